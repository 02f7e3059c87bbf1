"""The search itself: some thousand byte strings at once in the memory of a process and in files. Done by a program in Java
(org.yici.check.residue.Search), because Python takes a tenth of a second for each string and 100 MB."""

import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field

from .forms import expression


@dataclass
class Found:
    """What one search found: name of a marker → its forms → [how often, where the first times]."""

    where: str
    bytes: int = 0
    hits: dict = field(default_factory=dict)
    unreadable: list = field(default_factory=list)
    stopped_ms: int = 0

    def names(self):
        return set(self.hits)

    def told(self):
        lines = [f"{name} as {form}: {count} × ({', '.join(places)})" for name, forms in self.hits.items()
                 for form, (count, places) in forms.items()]
        return "; ".join(lines[:12]) + (f"; and {len(lines) - 12} more" if len(lines) > 12 else "")


class Engine:
    def __init__(self, java):
        # Before all others, so that nobody stands still for long on a busy machine; where that is refused, it runs as it is.
        self.process = subprocess.Popen(["nice", "-n", "-15", *java, "-Xmx1500m", "-XX:+UseSerialGC", "org.yici.check.residue.Search"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.markers = []
        self.index = []

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(f"{request['do']}: {answer['error']}")
        return answer

    def look_for(self, markers):
        self.markers = list(markers)
        self.index = [(marker.name, form, pattern) for marker in self.markers for form, pattern in marker.forms.items()]
        self.ask(do="needles", needles=[pattern for _, _, pattern in self.index])

    def process_memory(self, name, pid):
        """Searches a process. It stands still while it is read, a fraction of a second: a collector that moves what it keeps from a
        place that is still to be read to one that was read already would carry a marker past the search."""
        read, stopped = self.read(pid)
        hits = self.ask(do="search")["hits"]
        return Found(f"{name} (pid {pid})", read["bytes"], self.named(hits), read["unreadable"], stopped)

    def read(self, pid):
        os.kill(pid, signal.SIGSTOP)
        began = time.monotonic()
        try:
            return self.ask(do="read", pid=pid), round((time.monotonic() - began) * 1000)
        finally:
            os.kill(pid, signal.SIGCONT)

    def keep(self, pid, path):
        """Writes what a process holds to a file: for the control run, before there is a citizen."""
        self.read(pid)
        self.ask(do="keep", file=str(path))

    def files(self, name, paths):
        answer = self.ask(do="files", files=[os.fsencode(path).decode(errors="replace") for path in paths])
        return Found(f"{name} ({len(paths) - len(answer['vanished'])} files)", answer["bytes"], self.named(answer["hits"]))

    def payloads(self, name, pieces):
        """Searches byte strings of ours, such as messages heard."""
        found = Found(name, sum(map(len, pieces)))
        for marker, form, pattern in self.index:
            count = sum(len(expression(pattern).findall(piece)) for piece in pieces)
            if count:
                found.hits.setdefault(marker, {})[form] = [count, ["payload"]]
        return found

    def named(self, hits):
        named = {}
        for hit in hits:
            marker, form, _ = self.index[hit["needle"]]
            named.setdefault(marker, {})[form] = [hit["count"], hit["where"]]
        return named

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
