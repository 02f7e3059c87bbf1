"""The keeper against real processes under another user. Runs as root: deploy/test does."""

import json
import os
import pwd
import shutil
import signal
import socket
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from control import Control  # noqa: E402
from keeper import Failed, Keeper, Program, once, token_for  # noqa: E402

SAYS_READY = """
import os, signal, socket, sys, time
notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); notify.connect(os.environ["NOTIFY_SOCKET"])
line = sys.stdin.readline().strip()
with open(sys.argv[1], "a") as file: file.write("%s %d %d %s\\n" % (sys.argv[2], os.getpid(), os.getuid(), line))
def end(*_):
    with open(sys.argv[1], "a") as file: file.write("%s ends\\n" % sys.argv[2])
    os._exit(0)
def speak(*_):
    print("said with a citizen", flush=True)
    with open(sys.argv[1], "a") as file: file.write("%s spoke\\n" % sys.argv[2])
signal.signal(signal.SIGTERM, end)
signal.signal(signal.SIGUSR1, speak)
print("said before ready", flush=True)
while len(sys.argv) > 3 and not (os.path.exists(sys.argv[3]) and os.path.getsize(sys.argv[3])):
    time.sleep(0.01)
notify.send(b"READY=1")
while True:
    notify.send(b"WATCHDOG=1")
    time.sleep(0.05)
"""


SAYS_RELOADED = """
import signal, sys, time
def reload(*_):
    with open(sys.argv[1], "a") as file: file.write("reloaded %s\\n" % open(sys.argv[2]).read())
signal.signal(signal.SIGHUP, reload)
open(sys.argv[1], "a").write("up\\n")
while True: time.sleep(0.05)
"""


class KeeperTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="keeper-test")
        os.chmod(self.folder, 0o755)
        self.script = self.folder + "/program.py"
        Path(self.script).write_text(SAYS_READY)
        self.diary = self.folder + "/diary"
        Path(self.diary).touch()
        os.chmod(self.diary, 0o666)
        self.keeper = Keeper(self.folder + "/notify", say=lambda _: None)

    def tearDown(self):
        self.keeper.end()
        shutil.rmtree(self.folder)

    def program(self, name, **more):
        more.setdefault("watchdog", 1.0)
        return Program(name, ["/usr/bin/python3", self.script, self.diary, name], "nobody", ready_by_notify=True,
                       restart_after=0.05, log=f"{self.folder}/{name}.log", **more)

    def lines(self):
        return Path(self.diary).read_text().splitlines()

    def watch_until(self, condition):
        for _ in range(600):
            if condition():
                return
            self.keeper.listen(0.02)
            for one in self.keeper.kept:
                self.keeper.look_after(one, time.monotonic())
        self.fail("it did not come: " + repr(self.lines()))

    def ask(self, **request):
        """Asks as somebody else would, while the keeper goes on with its work."""
        if self.keeper.control is None:
            self.keeper.control = Control(self.folder + "/keeper.sock", os.getuid(), self.keeper)
        caller = socket.socket(socket.AF_UNIX)
        self.addCleanup(caller.close)
        caller.connect(self.keeper.control.path)
        caller.sendall(json.dumps(request).encode() + b"\n")
        caller.setblocking(False)
        heard = []

        def answered():
            try:
                heard.append(caller.recv(65536))
            except BlockingIOError:
                pass
            return heard

        self.watch_until(answered)
        return json.loads(heard[0])

    def test_holds_a_program_until_it_is_released(self):
        self.keeper.start(self.program("one"))
        self.keeper.start(self.program("two"))
        self.assertEqual({"ok": True}, self.ask(do="hold", program="one"))
        os.kill(self.keeper.find("two").process.pid, signal.SIGKILL)
        self.watch_until(lambda: len(self.lines()) == 3 and self.keeper.find("two").ready)
        told = self.ask(do="programs")["programs"]
        self.assertEqual((False, True, 1), tuple(told["one"][key] for key in ("running", "held", "starts")))
        self.assertEqual((True, 2), tuple(told["two"][key] for key in ("running", "starts")))
        self.assertEqual({"ok": True}, self.ask(do="release", program="one"))
        self.watch_until(lambda: self.keeper.find("one").ready and self.keeper.find("one").running())
        self.assertEqual("one", self.lines()[-1].split()[0])

    def test_does_not_wait_for_a_program_that_was_put_on_hold_while_it_started(self):
        never = self.program("one")
        never.argv.append(self.folder + "/never")
        self.keeper.control = Control(self.folder + "/keeper.sock", os.getuid(), self.keeper)
        caller = socket.socket(socket.AF_UNIX)
        self.addCleanup(caller.close)
        caller.connect(self.keeper.control.path)
        caller.sendall(b'{"do": "hold", "program": "one"}\n')
        self.keeper.start(never)
        self.assertTrue(json.loads(caller.recv(65536))["ok"])
        self.assertEqual((True, False), (self.keeper.find("one").held, self.keeper.find("one").running()))

    def test_signals_the_program_that_it_is_told(self):
        self.keeper.start(self.program("one"))
        self.keeper.start(self.program("two"))
        self.ask(do="signal", program="two", signal="KILL")
        self.watch_until(lambda: self.keeper.find("two").starts == 2)
        self.assertEqual(1, self.keeper.find("one").starts)

    def test_says_what_it_cannot_do(self):
        self.keeper.start(self.program("one"))
        for request in ({"do": "dance", "program": "one"}, {"do": "hold", "program": "three"}, {"do": "signal", "program": "one"}, {}):
            self.assertFalse(self.ask(**request)["ok"], request)
        self.assertTrue(self.keeper.find("one").running())

    def test_starts_in_order_as_another_user_and_ends_in_reverse(self):
        self.keeper.start(self.program("one"))
        self.keeper.start(self.program("two"))
        self.keeper.end()
        names = [line.split()[0] for line in self.lines()]
        self.assertEqual(["one", "two", "two", "one"], names)
        self.assertEqual(str(pwd.getpwnam("nobody").pw_uid), self.lines()[0].split()[2])

    def test_starts_again_what_was_killed(self):
        self.keeper.start(self.program("one"))
        os.kill(self.keeper.find("one").process.pid, signal.SIGKILL)
        self.watch_until(lambda: len(self.lines()) == 2 and self.keeper.find("one").ready)

    def test_kills_and_starts_again_what_gives_no_sign_of_life(self):
        self.keeper.start(self.program("one"))
        stopped = self.keeper.find("one").process.pid
        os.kill(stopped, signal.SIGSTOP)
        self.watch_until(lambda: len(self.lines()) == 2 and self.keeper.find("one").ready)
        self.assertFalse(os.path.exists(f"/proc/{stopped}"))

    def test_gives_each_start_a_token_of_its_own(self):
        path = self.folder + "/token"
        self.keeper.start(self.program("one", before=lambda: token_for(path, 0)))
        first = self.lines()[0].split()[3]
        self.assertEqual(first, Path(path).read_text().strip())
        os.kill(self.keeper.find("one").process.pid, signal.SIGKILL)
        self.watch_until(lambda: len(self.lines()) == 2)
        self.assertNotEqual(first, self.lines()[1].split()[3])
        self.assertEqual(0o640, os.stat(path).st_mode & 0o777)

    def test_keeps_what_a_session_says_only_until_it_is_ready(self):
        log = Path(self.folder + "/one.log")
        quiet = self.program("one", quiet_when_ready=True)
        quiet.argv.append(str(log))
        self.keeper.start(quiet)
        os.kill(self.keeper.find("one").process.pid, signal.SIGUSR1)
        self.watch_until(lambda: self.lines()[-1] == "one spoke")
        self.keeper.end()
        self.assertEqual("said before ready\n", log.read_text())

    def test_does_not_start_again_what_people_have_to_mend(self):
        said = []
        self.keeper.say = said.append
        self.keeper.start(self.program("one", needs_people=(2,)))
        kept = self.keeper.find("one")
        kept.program.argv[:] = ["/bin/sh", "-c", "echo 'unknown setting colour' >&2; exit 2"]
        os.kill(kept.process.pid, signal.SIGKILL)
        self.watch_until(lambda: any("has to be mended" in line for line in said))
        starts = kept.starts
        for later in range(1, 4):
            self.keeper.look_after(kept, time.monotonic() + 60 * later)
        self.assertEqual(starts, kept.starts)
        self.assertIn("unknown setting colour", Path(kept.program.log).read_text())
        self.keeper.start(self.program("other"))
        self.assertTrue(self.keeper.find("other").ready)

    def test_tells_a_program_that_its_file_has_become_another_one(self):
        script, watched = self.folder + "/reloads.py", self.folder + "/list"
        Path(script).write_text(SAYS_RELOADED)
        Path(watched).write_text("first")
        self.keeper.start(Program("broker", ["/usr/bin/python3", script, self.diary, watched], "nobody", log=f"{self.folder}/broker.log",
                                  probe=lambda: "up" in self.lines(), reload_on=watched))
        for word in ("second", "third"):
            Path(watched + ".new").write_text(word)
            os.replace(watched + ".new", watched)
            self.watch_until(lambda: f"reloaded {word}" in self.lines())
        os.unlink(watched)
        self.keeper.listen(0.02)
        Path(watched).write_text("fourth")
        self.watch_until(lambda: "reloaded fourth" in self.lines())
        self.assertEqual(1, self.keeper.find("broker").starts)

    def test_says_what_did_not_start(self):
        broken = Program("broken", ["/usr/bin/python3", "-c", "raise SystemExit('no luck')"], "nobody",
                         ready_by_notify=True, log=self.folder + "/broken.log")
        with self.assertRaisesRegex(Failed, "broken ended with 1"):
            self.keeper.start(broken)
        self.assertIn("no luck", Path(self.folder + "/broken.log").read_text())

    def test_a_command_that_fails_says_why(self):
        with self.assertRaisesRegex(Failed, "no such thing"):
            once("nobody", (), ["/bin/sh", "-c", "echo no such thing >&2; exit 4"])


if __name__ == "__main__":
    unittest.main()
