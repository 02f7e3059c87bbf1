"""python3 -m isolation: goes through a visit on the demo that YICI_READY names and tries to see it from outside. As root."""

import argparse
import json
import os
import sys
import time
from datetime import datetime, timezone

from residue.broker import Listener
from residue.demo import Demo, Unmet
from residue.journey import Front, Novice, Person
from residue.report import Report

from .states import Isolation

WHO = "situ-jingshu"


def options_of(arguments):
    parser = argparse.ArgumentParser(prog="deploy/isolation")
    parser.add_argument("--out", default="target/isolation")
    parser.add_argument("--commit", default="unknown")
    return parser.parse_args(arguments)


def visit(demo, listener, isolation):
    """One citizen, whose session is tried in each state."""
    front = Front(demo, listener)
    front.wait_for_both()
    isolation.nothing_at("idle")
    person = next(one for one in json.loads(demo.get("api/people")) if one["id"] == WHO)
    citizen = Novice(demo, listener, Person(person["id"], person["name"], person["number"], ""))
    citizen.arrives()
    for screen in ("greeting", "offers", "consent", "preview"):
        citizen.looks(screen)
        with citizen.lingers():
            isolation.nothing_at(screen)
        if screen != "preview":
            citizen.goes_on(screen)
    prints(demo, citizen, isolation)
    leaves(demo, citizen, isolation, front)


def prints(demo, citizen, isolation):
    """The printer has no paper until the probes are through."""
    citizen.touches_on("preview")
    citizen.hears("PRINT_SENT")
    demo.turn("paper-out", True)
    try:
        citizen.settle()
        isolation.nothing_at("printing")
    finally:
        demo.turn("paper-out", False)
    citizen.hears("PRINT_DELIVERED")
    citizen.settle()


def leaves(demo, citizen, isolation, front):
    count = front.shown_count()
    citizen.looks("done")
    citizen.touches_on("done")
    citizen.settle()
    isolation.nothing_at("goodbye")
    demo.take_card()
    front.wait_for_next(count)
    demo.post("api/paper/take")
    front.wait_for_both()
    isolation.nothing_at("idle, after the visit")


def main():
    options = options_of(sys.argv[1:])
    with open(os.environ["YICI_READY"]) as file:
        demo = Demo(json.load(file))
    report = Report(options.out, {"commit": options.commit, "at": datetime.now(timezone.utc).isoformat(timespec="seconds")}, "isolation")
    listener = Listener(demo.ready["broker"], demo.centre / "etc/yici/keys")
    isolation = Isolation(demo, report)
    try:
        isolation.control()
        visit(demo, listener, isolation)
    except (Unmet, RuntimeError, OSError) as failure:
        report.add("the run itself", False, f"{type(failure).__name__}: {failure}", time.monotonic())
    finally:
        listener.close()
    print(f"{sum(step.ok for step in report.steps)} as they should, {sum(not step.ok for step in report.steps)} not; {options.out}/isolation.md")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main())
