"""A process that has everything open on purpose: the probe must reach each of these, or it proves nothing."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOLDER = r"""
import ctypes, os, signal, socket, sys
folder, name, mode = sys.argv[1], sys.argv[2], int(sys.argv[3], 8)
os.umask(0)
libc = ctypes.CDLL(None)
key = int.from_bytes(os.urandom(3), "big")
IPC_CREAT, IPC_RMID = 0o1000, 0
segment = libc.shmget(key, 4096, IPC_CREAT | mode)
queue = libc.msgget(key, IPC_CREAT | mode)
semaphores = libc.semget(key, 1, IPC_CREAT | mode)
libc.mq_open(("/" + name).encode(), os.O_CREAT | os.O_RDWR, mode, None)
shared = "/dev/shm/" + name
os.close(os.open(shared, os.O_CREAT | os.O_RDWR, mode))
pixels = folder + "/pixels"
os.close(os.open(pixels, os.O_CREAT | os.O_RDWR, mode))
master, slave = os.openpty()
os.fchmod(slave, mode)
lines = [socket.socket(socket.AF_UNIX) for _ in range(2)]
lines[0].bind(folder + "/socket")
os.chmod(folder + "/socket", mode)
lines[1].bind("\0" + name)
for line in lines:
    line.listen(8)
def end(*_):
    libc.shmctl(segment, IPC_RMID, None)
    libc.msgctl(queue, IPC_RMID, None)
    libc.semctl(semaphores, 0, IPC_RMID)
    libc.mq_unlink(("/" + name).encode())
    os.unlink(shared)
    os._exit(0)
signal.signal(signal.SIGTERM, end)
print("ready", flush=True)
while True:
    signal.pause()
"""
KINDS = ("shared memory, read", "shared memory, write", "message queue, read", "semaphores, read", "POSIX message queue, read",
         "POSIX message queue, write", "shared file, read", "shared file, write", "frame buffer, read", "frame buffer, write",
         "terminal, read", "terminal, write", "socket", "display without a cookie", "display with a wrong cookie")


class Planted:
    """mode: of all that has one; 0o600 for a process that keeps everything to itself. display: an X server that lets in anybody."""

    def __init__(self, user, mode=0o666, display=True):
        self.folder = tempfile.mkdtemp(prefix="yici-isolation-")
        shutil.chown(self.folder, user)
        os.chmod(self.folder, 0o755)
        self.server = None
        self.name = os.path.basename(self.folder)
        as_user = ["setpriv", "--reuid", user, "--regid", str(pwd.getpwnam(user).pw_gid), "--clear-groups", "--pdeathsig", "SIGKILL", "--"]
        self.process = subprocess.Popen([*as_user, "/usr/bin/python3", "-I", "-c", HOLDER, self.folder, self.name, f"{mode:o}"],
                                        stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline() != "ready\n":
            raise RuntimeError("the planted process did not open its things")
        self.displays = []
        if display:
            self.server = subprocess.Popen([*as_user, "Xvfb", "-displayfd", "1", "-ac", "-noreset", "-nolisten", "tcp", "-screen", "0", "64x64x24"],
                                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            self.displays.append((self.server.stdout.readline().strip(), "/nonexistent"))

    @property
    def pids(self):
        return [self.process.pid]

    @property
    def pixels(self):
        return [str(Path(self.folder) / "pixels")]

    def close(self):
        for one in filter(None, (self.process, self.server)):
            one.terminate()
            try:
                one.wait(10)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
            one.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit("a part of deploy/isolation")
