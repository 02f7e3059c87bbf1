"""Starts programs under their own users, watches them, starts them again, ends them in reverse order.

Speaks the notify protocol of systemd's sd_notify(3): READY=1, WATCHDOG=1. What the units of a production machine do there, this
does in the demo; it is the only program that signals others, and it runs as root.
"""

import os
import pwd
import secrets
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional


@dataclass
class Program:
    """One program and how it is kept.

    ready_by_notify: the program says READY=1 itself; otherwise it counts as ready once `probe` returns true.
    watchdog: seconds that may pass between two WATCHDOG=1 after READY=1; 0 for none.
    before: called before each start, may return bytes for the program's standard input.
    reload_on: a file; when it has become another one, the program gets SIGHUP once it is ready.
    quiet_when_ready: output is kept only until the program is ready, then thrown away unread (a session's rule).
    needs_people: exit codes after which the program is not started again: its configuration has to be mended first.
    """

    name: str
    argv: list
    user: str
    groups: tuple = ()
    env: dict = field(default_factory=dict)
    cwd: str = "/"
    umask: int = 0o027
    log: Optional[str] = None
    ready_by_notify: bool = False
    probe: Optional[Callable[[], bool]] = None
    start_limit: float = 60
    watchdog: float = 0
    before: Optional[Callable[[], Optional[bytes]]] = None
    reload_on: Optional[str] = None
    quiet_when_ready: bool = False
    restart_after: float = 1.0
    stop_signal: int = signal.SIGTERM
    stop_limit: float = 10
    needs_people: tuple = ()


class Failed(Exception):
    """A program did not become ready."""


def as_user(user, groups, argv):
    """The command that runs `argv` as `user`, with no way back."""
    listed = ["--groups", ",".join(groups)] if groups else ["--clear-groups"]
    gid = str(pwd.getpwnam(user).pw_gid)
    return ["setpriv", "--reuid", user, "--regid", gid, *listed, "--no-new-privs", "--pdeathsig", "SIGKILL", "--", *argv]


def identity(path):
    """Tells a file from the one that was there before; None if there is none."""
    try:
        found = os.stat(path)
        return found.st_ino, found.st_mtime_ns, found.st_size
    except (OSError, TypeError):
        return None


class Kept:
    """A program in the keeper's hands."""

    def __init__(self, program, notify_folder):
        self.program = program
        self.process = None
        self.ready = False
        self.started = 0.0
        self.last_sign = 0.0
        self.due = 0.0
        self.fast_ends = 0
        self.starts = 0
        self.held = False
        self.needs_people = False
        self.followed = None
        self.notify = None
        self.notify_path = os.path.join(notify_folder, program.name)

    def open_notify(self):
        if os.path.exists(self.notify_path):
            Path(self.notify_path).unlink(missing_ok=True)
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC)
        self.notify.bind(self.notify_path)
        os.chown(self.notify_path, pwd.getpwnam(self.program.user).pw_uid, -1)
        os.chmod(self.notify_path, 0o600)

    def start(self):
        program = self.program
        self.needs_people = False
        given = program.before() if program.before else None
        self.followed = identity(program.reload_on)
        if self.notify is None:
            self.open_notify()
        self.drain()
        env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **program.env}
        if program.ready_by_notify or program.watchdog:
            env["NOTIFY_SOCKET"] = self.notify_path
        if program.watchdog:
            env["WATCHDOG_USEC"] = str(int(program.watchdog * 1_000_000))
        out = subprocess.PIPE if program.quiet_when_ready else open(program.log, "ab") if program.log else subprocess.DEVNULL
        self.process = subprocess.Popen(
            as_user(program.user, program.groups, program.argv),
            env=env, cwd=program.cwd, umask=program.umask, start_new_session=True,
            stdin=subprocess.PIPE if given is not None else subprocess.DEVNULL,
            stdout=out, stderr=subprocess.STDOUT,
        )
        if hasattr(out, "close"):
            out.close()
        if given is not None:
            try:
                self.process.stdin.write(given)
                self.process.stdin.close()
            except BrokenPipeError:
                pass
        self.ready = False
        self.starts += 1
        self.started = self.last_sign = time.monotonic()
        if program.quiet_when_ready:
            threading.Thread(target=self.swallow, args=(self.process.stdout,), daemon=True).start()

    def swallow(self, stream):
        """Keeps what a program says while it starts; from READY=1 on nothing of it is kept."""
        with stream:
            while chunk := os.read(stream.fileno(), 65536):
                if not self.ready and self.program.log:
                    with open(self.program.log, "ab") as log:
                        log.write(chunk)

    def drain(self):
        try:
            while True:
                self.hear(self.notify.recv(4096))
        except BlockingIOError:
            pass

    def hear(self, message):
        self.last_sign = time.monotonic()
        for line in message.split(b"\n"):
            if line == b"READY=1":
                self.ready = True

    def running(self):
        return self.process is not None and self.process.poll() is None

    def follow(self):
        """Tells the program that its file has become another one. One that is missing is not told: nothing good could be read."""
        if self.program.reload_on and self.ready and self.running():
            now = identity(self.program.reload_on)
            if now is not None and now != self.followed:
                self.followed = now
                self.process.send_signal(signal.SIGHUP)

    def overdue(self, now):
        if not self.running():
            return False
        if self.ready and self.program.watchdog:
            return now - self.last_sign > self.program.watchdog
        return not self.ready and now - self.started > self.program.start_limit

    def signal_group(self, number):
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass

    def stop(self):
        if self.running():
            self.signal_group(self.program.stop_signal)
            try:
                self.process.wait(self.program.stop_limit)
            except subprocess.TimeoutExpired:
                pass
        if self.process is not None:
            self.signal_group(signal.SIGKILL)
            self.process.wait()
        if self.notify is not None:
            self.notify.close()
            self.notify = None
            Path(self.notify_path).unlink(missing_ok=True)


class Keeper:
    """Keeps programs in the order in which they were started."""

    def __init__(self, notify_folder, say=print):
        self.notify_folder = notify_folder
        self.say = say
        self.kept = []
        self.ending = False
        self.control = None
        os.makedirs(notify_folder, mode=0o711, exist_ok=True)
        os.chmod(notify_folder, 0o711)

    def start(self, *programs):
        """Starts `programs` together and waits until all are ready; one that was put on hold meanwhile is not waited for."""
        begun = []
        for program in programs:
            one = Kept(program, self.notify_folder)
            self.kept.append(one)
            begun.append(one)
            one.start()
        while not self.ending:
            waiting = [one for one in begun if not one.held and not self.is_ready(one)]
            if not waiting:
                return
            for one in waiting:
                if not one.running():
                    raise Failed(f"{one.program.name} ended with {one.process.returncode} while it started; see {one.program.log}")
                if time.monotonic() - one.started > one.program.start_limit:
                    raise Failed(f"{one.program.name} was not ready within {one.program.start_limit:.0f} s; see {one.program.log}")
            self.listen(0.05)
        raise KeyboardInterrupt

    def is_ready(self, one):
        if not one.ready and one.program.probe and one.running():
            one.ready = bool(one.program.probe())
        return one.ready

    def listen(self, seconds):
        sockets = [one.notify for one in self.kept if one.notify is not None]
        asked = self.control.sockets() if self.control else []
        for heard in select.select(sockets + asked, [], [], seconds)[0]:
            if heard in asked:
                self.control.hear(heard)
            for one in self.kept:
                if one.notify is heard:
                    one.drain()
        for one in self.kept:
            one.follow()

    def watch(self):
        """Keeps all of it until somebody ends the keeper."""
        while not self.ending:
            self.listen(0.1)
            now = time.monotonic()
            for one in self.kept:
                self.look_after(one, now)

    def look_after(self, one, now):
        if one.overdue(now):
            self.say(f"{one.program.name} gives no sign of life: ended")
            one.signal_group(signal.SIGKILL)
            one.process.wait()
        if one.running():
            self.is_ready(one)
            return
        if one.held or one.needs_people:
            return
        if one.process is not None and one.process.returncode in one.program.needs_people:
            one.needs_people = True
            self.say(f"{one.program.name} ended with {one.process.returncode}: its configuration has to be mended, see {one.program.log}; not started again")
            return
        if one.due == 0.0:
            one.fast_ends = one.fast_ends + 1 if now - one.started < 10 and not one.ready else 0
            wait = min(30.0, one.program.restart_after * 2 ** one.fast_ends)
            one.due = now + wait
        elif now >= one.due:
            one.due = 0.0
            one.signal_group(signal.SIGKILL)
            one.start()

    def find(self, name):
        return next(one for one in self.kept if one.program.name == name)

    def end(self):
        """Ends everything, the last first."""
        for one in reversed(self.kept):
            one.stop()
        if self.control is not None:
            self.control.close()
            self.control = None


def token_for(path, gid):
    """Makes a session's one-time token: in a file for the agent's group, and for the session's standard input."""
    token = secrets.token_hex(32)
    fresh = path + ".new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640)
    with os.fdopen(descriptor, "w") as file:
        file.write(token + "\n")
    os.chown(fresh, 0, gid)
    os.chmod(fresh, 0o640)
    os.replace(fresh, path)
    return (token + "\n").encode()


def once(user, groups, argv, env=None, cwd="/", umask=0o027, stdin=None):
    """Runs a command to its end as `user` and returns what it printed; raises Failed with its words if it fails."""
    done = subprocess.run(
        as_user(user, groups, argv), cwd=cwd, umask=umask, input=stdin, text=True, capture_output=True,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **(env or {})},
    )
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, argv[:1]))} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit("a library of deploy/keep")
