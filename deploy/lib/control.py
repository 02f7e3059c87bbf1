"""A socket on which whoever started the demo may ask the keeper to end, stop or hold a program: for tests of faults.

One line of JSON in, one line out. It exists only where the demo was started with --hand-over, and only its starter may open it.
"""

import json
import os
import signal
import socket

SIGNALS = {"KILL": signal.SIGKILL, "STOP": signal.SIGSTOP, "CONT": signal.SIGCONT, "TERM": signal.SIGTERM, "INT": signal.SIGINT}


class Control:
    def __init__(self, path, owner, keeper):
        self.keeper = keeper
        self.path = path
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC)
        self.listener.bind(path)
        os.chown(path, owner, -1)
        os.chmod(path, 0o600)
        self.listener.listen(8)
        self.callers = {}

    def close(self):
        for one in self.sockets():
            one.close()
        if os.path.exists(self.path):
            os.unlink(self.path)

    def sockets(self):
        return [self.listener, *self.callers]

    def hear(self, ready):
        if ready is self.listener:
            caller, _ = self.listener.accept()
            caller.setblocking(False)
            self.callers[caller] = b""
            return
        try:
            chunk = ready.recv(65536)
        except OSError:
            chunk = b""
        if not chunk:
            del self.callers[ready]
            ready.close()
            return
        *lines, rest = (self.callers[ready] + chunk).split(b"\n")
        self.callers[ready] = rest
        for line in lines:
            try:
                ready.sendall(json.dumps(self.answer(line)).encode() + b"\n")
            except OSError:
                pass

    def answer(self, line):
        try:
            return self.act(json.loads(line))
        except (ValueError, KeyError, AttributeError, StopIteration) as problem:
            return {"ok": False, "why": f"{type(problem).__name__}: {problem}"}

    def act(self, request):
        what = request["do"]
        if what == "programs":
            return {"programs": {one.program.name: self.describe(one) for one in self.keeper.kept}}
        one = self.keeper.find(request["program"])
        if what == "signal":
            if not one.running():
                return {"ok": False, "why": f"{one.program.name} is not running"}
            one.signal_group(SIGNALS[request["signal"]])
        elif what == "hold":
            one.held = True
            one.signal_group(signal.SIGKILL)
            one.process.wait()
        elif what == "release":
            one.held = False
            one.due = 0.0
        else:
            return {"ok": False, "why": f"nothing is called {what}"}
        return {"ok": True}

    @staticmethod
    def describe(one):
        return {"pid": one.process.pid, "running": one.running(), "ready": one.ready and one.running(), "starts": one.starts,
                "user": one.program.user, "held": one.held}
