"""Runs under a session's user and in its view: tries to create a file in every folder and to open every file for writing.

Standard input to a bare Python, so it needs no file of ours; arguments: where to begin (/). Prints one line of JSON. Opens without
truncating and writes nothing.
"""

import errno
import json
import os
import stat
import sys

NAME = ".yici-residue-probe"
# What is a process's own: names below /proc that are numbers are other processes, which its user could write to without any view.
SKIP = ("/proc/self", "/proc/thread-self")

created, opened, devices, sockets, others = [], [], [], [], []
counts = {"folders": 0, "files": 0, "devices": 0, "sockets": 0, "hidden": 0}


def try_folder(path):
    counts["folders"] += 1
    probe = os.path.join(path, NAME)
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    except OSError:
        return
    created.append(path)
    os.unlink(probe)


def try_file(path, mode):
    if stat.S_ISSOCK(mode):
        counts["sockets"] += 1
        if os.access(path, os.W_OK, effective_ids=True):
            sockets.append(path)
        return
    kind = "devices" if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else "files"
    counts[kind] += 1
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC))
    except OSError as refusal:
        # A pipe without a reader and a device without hardware could be written to, were there somebody at the other end.
        if refusal.errno == errno.ENXIO and os.access(path, os.W_OK, effective_ids=True):
            (devices if stat.S_ISCHR(mode) else others).append(path)
        return
    if stat.S_ISREG(mode):
        opened.append(path)
    elif stat.S_ISCHR(mode):
        devices.append(path)
    else:
        others.append(path)


def walk(top):
    pending = [top]
    while pending:
        folder = pending.pop()
        if folder in SKIP or folder.startswith("/proc/") and folder[6:].isdigit() and int(folder[6:]) != os.getpid():
            continue
        try_folder(folder)
        try:
            inside = list(os.scandir(folder))
        except OSError:
            counts["hidden"] += 1
            continue
        for entry in inside:
            try:
                mode = entry.stat(follow_symlinks=False).st_mode
            except OSError:
                continue
            if stat.S_ISDIR(mode):
                pending.append(entry.path)
            elif not stat.S_ISLNK(mode):
                try_file(entry.path, mode)


for top in sys.argv[1:] or ["/"]:
    walk(top)
json.dump({"created": created, "opened": opened, "devices": devices, "sockets": sockets, "others": others, "counts": counts,
           "uid": os.getuid()}, sys.stdout)
