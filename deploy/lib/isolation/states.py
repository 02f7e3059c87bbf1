"""What is tried in each state of a visit: the state holds while the probes run."""

import time

from residue import processes

from . import planted, rules, trial
from .targets import NOBODY, Targets, frame_buffers

SESSIONS = ("session-1", "session-2")


class Isolation:
    """The probe against the running demo; each call tells the report."""

    def __init__(self, demo, report):
        self.demo = demo
        self.report = report

    def targets(self):
        programs = self.demo.programs()
        pids = {pid for program in programs.values() for pid in processes.of_program(program["pid"])}
        pids |= {processes.parent_of(programs["x"]["pid"]), *processes.below(programs["bench"]["pid"], "pcscd")}
        return Targets(pids, [(self.display, self.demo.ready["xAuthority"])], frame_buffers(self.demo.terminal))

    @property
    def display(self):
        return self.demo.ready["display"].lstrip(":")

    def leaders(self):
        """The leading process of each session that stands; while one is replaced the other is tried alone."""
        programs = self.demo.programs()
        return {programs[name]["user"]: programs[name]["pid"] for name in SESSIONS if programs[name]["ready"]}

    def nothing_at(self, state):
        """Every user of ours and nobody try everything: nothing is reached but what the rules allow."""
        began = time.monotonic()
        targets = self.targets()
        reached = trial.as_everybody(targets, self.leaders())
        faults = {}
        for name, user, found in reached:
            for fault in rules.beyond(user, found, self.display, self.demo.root):
                faults.setdefault(fault, []).append(name)
        told = "; ".join(f"{fault} (by {', '.join(names)})" for fault, names in faults.items())
        self.report.add(f"isolation at «{state}»", not faults, f"REACHED {told}" if faults else f"{len(reached)} views tried {targets.told()}", began)

    def control(self):
        """The same probe reaches everything of a process that has it open on purpose."""
        began = time.monotonic()
        holder = planted.Planted("yici-x")
        try:
            found = {kind for kind, _ in trial.as_user(NOBODY, Targets(holder.pids, holder.displays, holder.pixels))}
        finally:
            holder.close()
        missing = [kind for kind in planted.KINDS if kind not in found]
        self.report.add("control: what is open on purpose is reached", not missing,
                        f"NOT REACHED {', '.join(missing)}" if missing else f"{len(planted.KINDS)} kinds", began)
