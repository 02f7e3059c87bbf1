"""Runs as one user of the machine: tries what targets.py found of the terminal's other users. Changes nothing.

Standard input to a bare Python, so it needs no file of ours; the one argument is the targets as JSON. Prints a JSON list of
[kind, where] for everything that this user could open, read, write or connect to.
"""

import ctypes
import json
import os
import socket
import struct
import sys

SHM_RDONLY, IPC_STAT, IPC_NOWAIT, MSG_COPY = 0o10000, 2, 0o4000, 0o40000
PTRACE_SEIZE = 0x4206
libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
libc.shmdt.argtypes = [ctypes.c_void_p]
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]

found = []


def attach(segment, flags):
    at = libc.shmat(segment, None, flags)
    if at in (None, ctypes.c_void_p(-1).value):
        return False
    libc.shmdt(at)
    return True


def try_segment(segment):
    for kind, flags in (("shared memory, read", SHM_RDONLY), ("shared memory, write", 0)):
        if attach(segment, flags):
            found.append((kind, str(segment)))


def try_queue(queue):
    """Asking for the state needs the right to read; a copy of its first message would be read so."""
    if libc.msgctl(queue, IPC_STAT, ctypes.create_string_buffer(256)) == 0:
        found.append(("message queue, read", str(queue)))


def try_semaphores(identifier):
    if libc.semctl(identifier, 0, IPC_STAT, ctypes.create_string_buffer(256)) == 0:
        found.append(("semaphores, read", str(identifier)))


def try_posix_queue(name):
    for kind, flags in (("POSIX message queue, read", os.O_RDONLY), ("POSIX message queue, write", os.O_WRONLY)):
        opened = libc.mq_open(name.encode(), flags | os.O_NONBLOCK)
        if opened >= 0:
            os.close(opened)
            found.append((kind, name))


def try_file(what, path):
    for kind, flags in (("read", os.O_RDONLY), ("write", os.O_WRONLY)):
        try:
            os.close(os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC))
            found.append((f"{what}, {kind}", path))
        except OSError:
            pass


def try_socket(kind, address):
    with socket.socket(socket.AF_UNIX, kind) as line:
        line.settimeout(5)
        try:
            line.connect("\0" + address[1:] if address.startswith("@") else address)
            found.append(("socket", address))
        except OSError:
            pass


def try_process(pid):
    for name in ("mem", "environ", "maps", "fd", "ns/ipc"):
        path = f"/proc/{pid}/{name}"
        try:
            if name == "fd":
                os.listdir(path)
            else:
                with open(path, "rb") as file:
                    if name in ("environ", "maps"):
                        file.read(1)
            found.append(("process", path))
        except OSError:
            pass
    if libc.ptrace(PTRACE_SEIZE, pid, None, None) == 0:
        found.append(("process", f"ptrace {pid}"))
    here = ctypes.create_string_buffer(8)
    part = struct.pack("QQ", ctypes.addressof(here), 8)
    if libc.process_vm_readv(pid, part, 1, part, 1, 0) >= 0:
        found.append(("process", f"process_vm_readv {pid}"))
    try:
        os.kill(pid, 0)
        found.append(("process", f"signal {pid}"))
    except OSError:
        pass


# ---- the display ---------------------------------------------------------------------------------------------------------------


def padded(data):
    return data + bytes(-len(data) % 4)


def lets_in(address, name=b"", data=b""):
    """Whether the X server at a Unix socket takes a client with this proof (X protocol, connection setup)."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(5)
        try:
            line.connect(address)
            line.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(data)) + padded(name) + padded(data))
            return line.recv(1) == b"\x01"
        except OSError:
            return False


def cookies(path):
    """(name, data) of each proof in an Xauthority file; none if it cannot be read."""
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError:
        return []
    entries, at = [], 0
    while at < len(text):
        at, fields = at + 2, []
        for _ in range(4):
            length = struct.unpack_from(">H", text, at)[0]
            fields.append(text[at + 2:at + 2 + length])
            at += 2 + length
        entries.append((fields[2], fields[3]))
    return entries


def try_display(number, authority):
    path = f"/tmp/.X11-unix/X{number}"
    for address, shown in ((path, path), ("\0" + path, "@" + path)):
        if lets_in(address):
            found.append(("display without a cookie", shown))
        if lets_in(address, b"MIT-MAGIC-COOKIE-1", bytes(16)):
            found.append(("display with a wrong cookie", shown))
        if any(lets_in(address, name, data) for name, data in cookies(authority)):
            found.append(("display with its cookie", shown))


targets = json.loads(sys.argv[1])
for one in targets["segments"]:
    try_segment(one)
for one in targets["queues"]:
    try_queue(one)
for one in targets["semaphores"]:
    try_semaphores(one)
for one in targets["posixQueues"]:
    try_posix_queue(one)
for one in targets["sharedFiles"]:
    try_file("shared file", one)
for one in targets["terminals"]:
    try_file("terminal", one)
for one in targets["pixels"]:
    try_file("frame buffer", one)
for kind_of_socket, where in targets["sockets"]:
    try_socket(kind_of_socket, where)
for one in targets["processes"]:
    try_process(one)
for display, cookie_file in targets["displays"]:
    try_display(display, cookie_file)
json.dump(found, sys.stdout)
