"""python3 -m residue: runs the proof against the demo that YICI_READY names. As root."""

import argparse
import json
import os
import secrets
import sys
import time
from datetime import datetime, timezone

from . import needs
from .demo import Demo
from .proof import Proof
from .report import Report
from .states import STATES


def options_of(arguments):
    parser = argparse.ArgumentParser(prog="deploy/residue")
    parser.add_argument("--needs", action="store_true", help="only say what is missing on this machine; exit 3 if anything is")
    parser.add_argument("--out", default="target/residue")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--states", default="", help="kill in these states only, apart by commas")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--except", dest="not_ours", action="append", default=[], metavar="DIR")
    parser.add_argument("--commit", default="unknown")
    parser.add_argument("--java", nargs=argparse.REMAINDER, default=[], help="the command that runs classes of deploy/check")
    return parser.parse_args(arguments)


def main():
    options = options_of(sys.argv[1:])
    if options.needs:
        missing = needs.missing()
        if missing:
            print(f"not run here: needs {', '.join(missing)}")
        return 3 if missing else 0
    with open(os.environ["YICI_READY"]) as file:
        demo = Demo(json.load(file))
    seed = options.seed if options.seed is not None else secrets.randbelow(2 ** 31)
    began = os.stat(demo.terminal / "etc").st_ctime
    report = Report(options.out, {"seed": seed, "commit": options.commit, "at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
                                  "machine": f"{os.uname().sysname} {os.uname().release}, {os.cpu_count()} processors", "run": "short" if options.short else "whole"})
    print(f"seed {seed}", flush=True)
    proof = Proof(demo, options.java, report, seed, began, [os.path.abspath(folder) for folder in options.not_ours])
    try:
        run(proof, options)
    except Exception as failure:
        report.add("the run itself", False, f"{type(failure).__name__}: {failure}", time.monotonic())
        if not isinstance(failure, (RuntimeError, OSError)):
            raise
    finally:
        proof.close()
    print(f"{sum(step.ok for step in report.steps)} as they should, {sum(not step.ok for step in report.steps)} not; {options.out}/residue.md")
    return 0 if report.ok else 1


def run(proof, options):
    proof.without_a_citizen()
    proof.rehearse()
    if not options.short:
        proof.twice_at_most(proof.rehearse_a_kill)
    proof.leaves_normally()
    proof.planted()
    proof.plain_over_the_link()
    states = options.states.split(",") if options.states else ["preview"] if options.short else list(STATES)
    for number in range(1, 2 if options.short else options.repeats + 1):
        for state in states:
            proof.twice_at_most(lambda: proof.is_killed(state, number))
    proof.twice_at_most(proof.is_killed_after_the_slot)
    if not options.short:
        proof.twice_at_most(proof.is_timed_out)
    proof.nothing_writable()
    proof.no_open_file("by both sessions", "session-1", "session-2")
    proof.no_memory_of_others()
    proof.nothing_elsewhere()


if __name__ == "__main__":
    sys.exit(main())
