"""Files of the terminal: which there are, which are new, and what may be new."""

import os
import pwd
import re
import stat
from pathlib import Path

# Everything below the terminal's folder that may be newer than a citizen: what it is for stands in docs/proof/residue.md.
KNOWN = (
    r"terminal/var/lib/yici/agent\.db(-wal|-shm)?",
    r"terminal/var/log/yici/agent\.log(\.\d+)?(\.lck)?",
    r"terminal/run/yici/tokens/slot-\d+",
    r"terminal/run/yici/notify/[a-z0-9-]+",
    r"terminal/run/yici/link/agent\.sock",
    r"log/(session-\d+|x|agent-console|bench|service|database|broker)\.log",
)
SHARED = ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run/lock")
SPOOLS = ("/var/spool",)
USERS = ("yici-agent", "yici-session-1", "yici-session-2", "yici-x")
# Not files of a disk or of memory, or other machines' disks.
PSEUDO = {"proc", "sysfs", "devpts", "cgroup", "cgroup2", "securityfs", "debugfs", "tracefs", "bpf", "pstore", "efivarfs",
          "configfs", "fusectl", "autofs", "binfmt_misc", "nsfs", "selinuxfs", "rpc_pipefs", "hugetlbfs"}


def regular(folder, changed_since=0.0):
    """Regular files below `folder` that hold something, changed at or after a moment (their inode's time, which nobody can set)."""
    found = []
    for path, info in entries(folder):
        if stat.S_ISREG(info.st_mode) and info.st_size and info.st_ctime >= changed_since:
            found.append(path)
    return found


def entries(folder, one_device=False):
    """(path, lstat) of everything below `folder`; what vanishes meanwhile is left out."""
    try:
        device = os.lstat(folder).st_dev
    except OSError:
        return
    pending = [str(folder)]
    while pending:
        try:
            with os.scandir(pending.pop()) as inside:
                for entry in inside:
                    try:
                        info = entry.stat(follow_symlinks=False)
                    except OSError:
                        continue
                    yield entry.path, info
                    if stat.S_ISDIR(info.st_mode) and not (one_device and info.st_dev != device):
                        pending.append(entry.path)
        except OSError:
            continue


def to_search(demo, began, not_ours):
    """Where anything of a citizen could lie: all of the terminal, its logs, spools, and what changed in the shared folders since the demo
    began. Left out are, below the folders `not_ours`, files of users who are none of the terminal's."""
    paths = regular(demo.terminal) + regular(demo.root / "log")
    for spool in SPOOLS:
        paths += regular(spool)
    for shared in SHARED:
        paths += regular(shared, began)
    return [path for path in paths if not is_not_ours(path, not_ours)]


def is_not_ours(path, not_ours):
    if not any(os.path.commonpath((path, folder)) == folder for folder in not_ours):
        return False
    try:
        return os.lstat(path).st_uid not in {pwd.getpwnam(user).pw_uid for user in USERS}
    except OSError:
        return True


def newer_on_the_terminal(demo, moment):
    """What is newer than `moment` below the terminal's folder and the logs, folders apart."""
    newer = []
    for base in (demo.terminal, demo.root / "log"):
        for path, info in entries(base):
            if not stat.S_ISDIR(info.st_mode) and max(info.st_ctime, info.st_mtime) >= moment:
                newer.append(str(Path(path).relative_to(demo.root)))
    return sorted(newer)


def unknown(names):
    return [name for name in names if not any(re.fullmatch(known, name) for known in KNOWN)]


def owned_elsewhere(demo, users=USERS):
    """What the terminal's users own anywhere on this machine but in the demos' own folders: a list that should be short.

    Another demo that runs at the same time has the same users.
    """
    uids = {pwd.getpwnam(user).pw_uid for user in users}
    demos = (f"{demo.root}/", *(f"{root}/" for root in Path("/var/lib").glob("yici-*")))
    found = []
    for mount in real_mounts():
        for path, info in entries(mount, one_device=True):
            if info.st_uid in uids and not path.startswith(demos):
                found.append((path, info))
    return found


def real_mounts():
    mounts = {}
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, where, kind, *_ = line.split()
        if kind not in PSEUDO and not kind.startswith(("nfs", "cifs", "fuse")):
            mounts[where.encode().decode("unicode_escape")] = kind
    return sorted(mounts)
