"""What the terminal's programs have open at this moment that another user could try: seen as root."""

import os
import pwd
import re
import subprocess
from pathlib import Path

from machine import USERS
from residue import processes

NOBODY = "nobody"
ACCEPTS = 0x10000


class Targets:
    """Everything of ours, by kind; `owners` tells the user of each thing that has one, so that nobody is blamed for what is his own."""

    def __init__(self, pids, displays=(), pixels=()):
        self.pids = sorted(pids)
        self.uids = {pwd.getpwnam(user).pw_uid for user in USERS}
        self.owners = {pid: processes.uid_of(pid) for pid in self.pids}
        inodes = sockets_of(self.pids)
        self.sockets = [(kind, path) for kind, path, inode in bound_sockets() if inode in inodes]
        self.owners.update((path, owner_of(path, self.owners[inodes[inode]])) for _, path, inode in bound_sockets() if inode in inodes)
        mapped = attached(self.pids)
        self.segments = self.system_v("shm", "shmid", lambda row: row["cpid"] in self.pids or row["shmid"] in mapped)
        self.queues = self.system_v("msg", "msqid", lambda row: row["uid"] in self.uids)
        self.semaphores = self.system_v("sem", "semid", lambda row: row["uid"] in self.uids)
        self.posix_queues = self.owned(posix_queues())
        self.shared_files = self.owned([(str(path), os.lstat(path).st_uid) for path in Path("/dev/shm").iterdir() if path.is_file()])
        self.terminals = terminals_of(self.pids)
        self.displays = list(displays)
        self.pixels = list(pixels)
        for path in (*self.terminals, *self.pixels, *(authority for _, authority in self.displays)):
            self.owners[path] = owner_of(path, None)

    def system_v(self, kind, identifier, ours):
        rows = [row for row in system_v_rows(kind) if ours(row)]
        for row in rows:
            self.owners[(kind, row[identifier])] = row["uid"]
        return [row[identifier] for row in rows]

    def owned(self, things):
        chosen = [(name, uid) for name, uid in things if uid in self.uids or uid == pwd.getpwnam(NOBODY).pw_uid]
        self.owners.update(chosen)
        return [name for name, _ in chosen]

    def for_user(self, uid):
        """The targets without what is this user's own, as probe.py takes them."""
        def others(things, key=lambda thing: thing):
            return [thing for thing in things if self.owners.get(key(thing)) != uid]
        return {
            "segments": others(self.segments, lambda one: ("shm", one)), "queues": others(self.queues, lambda one: ("msg", one)),
            "semaphores": others(self.semaphores, lambda one: ("sem", one)), "posixQueues": others(self.posix_queues),
            "sharedFiles": others(self.shared_files), "terminals": others(self.terminals), "pixels": others(self.pixels),
            "sockets": others(self.sockets, lambda one: one[1]), "processes": others(self.pids),
            "displays": others(self.displays, lambda one: one[1]),
        }

    def told(self):
        return (f"{len(self.pids)} processes, {len(self.sockets)} sockets, {len(self.segments)} segments, "
                f"{len(self.queues) + len(self.posix_queues)} queues, {len(self.terminals)} terminals, {len(self.pixels)} frame buffers")


def owner_of(path, otherwise):
    """Whose a file is; a name without a file, such as an abstract socket's, belongs to whoever `otherwise` says."""
    try:
        return os.stat(path).st_uid
    except OSError:
        return otherwise


def system_v_rows(kind):
    lines = Path(f"/proc/sysvipc/{kind}").read_text().splitlines()
    names = lines[0].split()
    return [dict(zip(names, map(int, line.split()))) for line in lines[1:]]


def attached(pids):
    """The System V segments that processes have attached: their number stands where a file's inode does."""
    found = set()
    for pid in pids:
        try:
            maps = Path(f"/proc/{pid}/maps").read_text()
        except OSError:
            continue
        found |= {int(inode) for inode in re.findall(r"^\S+ \S+ \S+ \S+ (\d+)\s+/SYSV", maps, re.MULTILINE)}
    return found


def descriptors(pid):
    for name in os.listdir(f"/proc/{pid}/fd"):
        try:
            yield os.readlink(f"/proc/{pid}/fd/{name}")
        except OSError:
            continue


def open_in(pids):
    for pid in pids:
        try:
            for target in descriptors(pid):
                yield pid, target
        except OSError:
            continue


def sockets_of(pids):
    return {int(target[8:-1]): pid for pid, target in open_in(pids) if target.startswith("socket:[")}


def bound_sockets():
    """(type, path, inode) of each Unix socket that has a name and takes connections or messages."""
    found = []
    for line in Path("/proc/net/unix").read_text().splitlines()[1:]:
        fields = line.split(None, 7)
        if len(fields) == 8:
            flags, kind = int(fields[3], 16), int(fields[4], 16)
            if flags & ACCEPTS or kind == 2:
                found.append((kind, fields[7], int(fields[6])))
    return found


def terminals_of(pids):
    return sorted({target for _, target in open_in(pids) if re.fullmatch(r"/dev/pts/\d+", target)})


def posix_queues():
    """(name, uid): seen in a mount of their own, for a machine need not have one."""
    listing = subprocess.run(["unshare", "--mount", "sh", "-c", "mount -t mqueue mqueue /mnt && stat -c '%u %n' /mnt/* 2>/dev/null; true"],
                             text=True, capture_output=True, check=True).stdout
    return [("/" + os.path.basename(line.split(None, 1)[1]), int(line.split(None, 1)[0])) for line in listing.splitlines()]


def frame_buffers(terminal):
    """The files in which a virtual X server keeps its picture, wherever the terminal has them."""
    return [str(path) for path in sorted(terminal.glob("run/yici/*/Xvfb_screen*"))]
