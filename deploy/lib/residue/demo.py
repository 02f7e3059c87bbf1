"""The running demo from outside: bench, keeper's control, the centre's tables."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path


class Unmet(Exception):
    """Something that should be so is not."""


class Demo:
    def __init__(self, ready):
        self.ready = ready
        self.root = Path(ready["root"])
        self.terminal = Path(ready["terminalRoot"])
        self.centre = Path(ready["centreRoot"])
        self.stage = Path(ready["stage"])

    # ---- hands -------------------------------------------------------------------------------------------------------------

    def get(self, path):
        with urllib.request.urlopen(self.ready["bench"] + path, timeout=20) as answer:
            return answer.read()

    def state(self):
        return json.loads(self.get("api/state"))

    def post(self, path, **body):
        request = urllib.request.Request(self.ready["bench"] + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as refusal:
            raise Unmet(f"{path} answers {refusal.code}: {refusal.read().decode(errors='replace')}") from refusal

    def screen(self):
        return self.get("api/screen.png")

    def touch(self, spot):
        self.post("api/touch", x=spot[0], y=spot[1])

    def turn(self, name, on):
        self.post("api/switch", name=name, on=on)

    def take_card(self):
        """From the pad and out of the slot."""
        if self.state()["card"]:
            self.post("api/card/take")
        if self.state()["chip"]["card"]:
            self.post("api/chip/take")

    # ---- keeper ------------------------------------------------------------------------------------------------------------

    def ask(self, **request):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(30)
            line.connect(self.ready["keeper"])
            line.sendall(json.dumps(request).encode() + b"\n")
            heard = b""
            while not heard.endswith(b"\n"):
                chunk = line.recv(65536)
                if not chunk:
                    raise Unmet(f"the keeper does not answer {request}")
                heard += chunk
        answer = json.loads(heard)
        if answer.get("ok") is False:
            raise Unmet(f"the keeper refuses {request}: {answer.get('why')}")
        return answer

    def programs(self):
        return self.ask(do="programs")["programs"]

    def signal(self, program, name):
        self.ask(do="signal", program=program, signal=name)

    # ---- centre ------------------------------------------------------------------------------------------------------------

    def rows(self, sql):
        host, port = self.ready["database"].split(":")
        done = subprocess.run(["psql", "-h", host, "-p", port, "-U", "yici", "-d", "yici", "-tAc", sql], text=True, capture_output=True,
                              env={**os.environ, "PGPASSWORD": self.ready["databasePassword"]})
        if done.returncode:
            raise Unmet(f"the database refuses: {done.stderr.strip()}")
        return done.stdout.strip()

    def document(self, number):
        """The sealed PDF that the platform made for the holder of `number`."""
        told = self.rows(f"SELECT encode(document, 'hex') FROM reference.certificate WHERE holder_number = '{number}'"
                         " ORDER BY issued_on DESC LIMIT 1")
        if not told:
            raise Unmet("the platform made no certificate")
        return bytes.fromhex(told)


def until(what, condition, seconds=60, pause=0.1):
    """Waits until `condition` gives something true, and returns that."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Unmet(f"it did not come within {seconds} s: {what}")
        time.sleep(pause)
