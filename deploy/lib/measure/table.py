"""Puts the measured rows together: a table to read, measure.json, and measure.md to copy: table.py OUT COMMIT ROW…"""

import json
import os
import platform
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path


def machine():
    """What the figures were taken on."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), platform.machine())
    with open("/proc/meminfo", encoding="utf-8") as info:
        memory = int(next(line for line in info if line.startswith("MemTotal")).split()[1]) // 1024 // 1024
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    return {"processors": os.cpu_count(), "model": model, "memoryGiB": memory + 1, "java": java, "linux": platform.release(),
            "loadBefore": round(os.getloadavg()[2], 2)}


def main():
    out, commit, names = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    rows = [json.loads((out / f"{name}.json").read_text(encoding="utf-8")) for name in names if (out / f"{name}.json").exists()]
    if not rows:
        return 1
    seen = machine()
    result = {"time": datetime.now(timezone.utc).isoformat(timespec="seconds"), "commit": commit, "machine": seen, "rows": rows}
    (out / "measure.json").write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    lines = ["| work | goal | seen | | where it goes |", "|---|---|---|---|---|"]
    print(f"\nMeasured at {commit} on {seen['processors']} × {seen['model']}, {seen['memoryGiB']} GiB, {seen['java']}\n")
    for row in rows:
        verdict = "" if row["goal"] == "–" else "met" if row["met"] else "MISSED"
        print(f"{verdict:>7}  {row['work']}\n         seen  {row['seen']}\n         goal  {row['goal']}\n         {row['where']}\n")
        lines.append(f"| {row['work']} | {row['goal']} | {row['seen']} | {verdict.lower()} | {row['where']} |")
    (out / "measure.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"All of it is in {out}/measure.json, as a table for docs/performance.md in measure.md.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
