"""What was tried and what was found: lines as they come, NAME.json and NAME.md when it is over."""

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Step:
    name: str
    ok: bool
    told: str
    seconds: float
    searched: list = field(default_factory=list)


class Report:
    def __init__(self, folder, facts, name="residue"):
        self.name = name
        self.folder = Path(folder)
        self.facts = facts
        self.steps = []
        self.began = time.monotonic()

    def add(self, name, ok, told, began, searched=()):
        step = Step(name, bool(ok), told, round(time.monotonic() - began, 1), [brief(found) for found in searched])
        self.steps.append(step)
        print(f"{'ok  ' if ok else 'FAIL'} {time.monotonic() - self.began:6.1f} s  {name}: {told}", flush=True)
        self.save()

    @property
    def ok(self):
        return bool(self.steps) and all(step.ok for step in self.steps)

    def save(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        told = {**self.facts, "ok": self.ok, "seconds": round(time.monotonic() - self.began, 1), "steps": [asdict(step) for step in self.steps]}
        (self.folder / f"{self.name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        (self.folder / f"{self.name}.md").write_text(self.readable())

    def readable(self):
        facts = "\n".join(f"- {name}: {value}" for name, value in self.facts.items())
        rows = "\n".join(f"| {'yes' if step.ok else '**NO**'} | {step.name} | {step.told.replace('|', '/')} | {step.seconds} |" for step in self.steps)
        searched = sum(found["bytes"] for step in self.steps for found in step.searched)
        verdict = "as it should be" if self.ok else "NOT as it should be"
        return (f"# {self.name.capitalize()}: {verdict}\n\n{facts}\n- searched: {searched / 2**30:.1f} GiB\n\n"
                f"| as it should | what | seen | s |\n|---|---|---|---|\n{rows}\n")


def brief(found):
    return {"where": found.where, "bytes": found.bytes, "hits": found.hits, "unreadable": found.unreadable, "stopped_ms": found.stopped_ms}
