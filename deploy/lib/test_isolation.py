"""The isolation test's probe, against things that are open on purpose and things that are not. Runs as root: deploy/test does."""

import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import machine  # noqa: E402
from isolation import planted, rules, trial  # noqa: E402
from isolation.planted import Planted  # noqa: E402
from isolation.targets import NOBODY, Targets  # noqa: E402

OWNER = "yici-x"


def setUpModule():
    machine.make_users()


def targets_of(holder):
    return Targets(holder.pids, holder.displays, holder.pixels)


class ProbeTest(unittest.TestCase):
    def hold(self, *arguments, **options):
        holder = Planted(*arguments, **options)
        self.addCleanup(holder.close)
        return holder

    def test_reaches_everything_that_is_open_on_purpose(self):
        found = trial.as_user(NOBODY, targets_of(self.hold(OWNER)))
        self.assertEqual([], [kind for kind in planted.KINDS if kind not in {kind for kind, _ in found}])

    def test_reaches_nothing_but_an_abstract_socket_of_what_is_closed(self):
        found = trial.as_user(NOBODY, targets_of(self.hold(OWNER, mode=0o600, display=False)))
        self.assertEqual(["socket"], [kind for kind, _ in found], found)

    def test_reaches_a_process_of_the_same_user(self):
        holder = self.hold(NOBODY, mode=0o600, display=False)
        targets = targets_of(holder)
        targets.owners.clear()
        found = {where for kind, where in trial.as_user(NOBODY, targets) if kind == "process"}
        self.assertLessEqual({f"/proc/{holder.process.pid}/{name}" for name in ("environ", "maps", "fd")} | {f"signal {holder.process.pid}"}, found)

    def test_blames_nobody_for_what_is_their_own(self):
        self.assertEqual([], trial.as_user(OWNER, targets_of(self.hold(OWNER, display=False))))


class RulesTest(unittest.TestCase):
    def test_lets_sessions_alone_into_the_display(self):
        found = [("display with its cookie", "/tmp/.X11-unix/X77"), ("socket", "@/tmp/.X11-unix/X77")]
        self.assertEqual([], rules.beyond("yici-session-1", found, "77", "/r"))
        self.assertEqual(["display with its cookie: /tmp/.X11-unix/X77"], rules.beyond("yici-agent", found, "77", "/r"))

    def test_lets_nobody_into_shared_memory(self):
        for user in (NOBODY, "yici-agent", "yici-session-1"):
            self.assertEqual(["shared memory, read: 7"], rules.beyond(user, [("shared memory, read", "7")], "77", "/r"))


if __name__ == "__main__":
    if os.geteuid() != 0:
        sys.exit("test_isolation.py runs as root")
    unittest.main()
