"""A process that holds all that is looked for: the search must find all of it there, or it proves nothing."""

import subprocess

# Each string is a bytes object of its own, made from hexadecimal digits, so that nothing but the string itself is its bytes.
HOLDER = """
import signal, sys
held = [bytes.fromhex(line) for line in sys.stdin]
print(len(held), flush=True)
signal.pause()
"""


class Planted:
    def __init__(self, pieces, user="nobody"):
        self.process = subprocess.Popen(
            ["setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups", "--pdeathsig", "SIGKILL", "--",
             "/usr/bin/python3", "-I", "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write("".join(piece.hex() + "\n" for piece in pieces))
        self.process.stdin.close()
        if int(self.process.stdout.readline()) != len(pieces):
            raise RuntimeError("the planted process does not hold all of it")

    @property
    def pid(self):
        return self.process.pid

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
