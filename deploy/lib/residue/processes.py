"""Which processes are whose."""

import os
from pathlib import Path


def of_program(leader):
    """All processes of the session that the keeper began with `leader`: bwrap and what it holds."""
    return sorted(pid for pid in all_of_them() if session_of(pid) == leader)


def all_of_them():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def session_of(pid):
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[3])
    except (OSError, IndexError):
        return -1


def parent_of(pid):
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def below(ancestor, name):
    """All processes of that name that `ancestor` or its children began."""
    return [pid for pid in all_of_them() if name_of(pid) == name and ancestor in ancestors(pid)]


def name_of(pid):
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def ancestors(pid):
    try:
        while pid > 1:
            pid = parent_of(pid)
            yield pid
    except (OSError, IndexError):
        return


def uid_of(pid):
    """Its real user; -1 if it is gone."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("Uid:"):
                return int(line.split()[1])
    except OSError:
        pass
    return -1


def lives(pid):
    """Whether it runs; one that ended and is not buried yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (OSError, IndexError):
        return False


def command(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")[:-1]


def groups(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("Groups:"):
            return line.split()[1:]
    return []
