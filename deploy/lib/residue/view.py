"""What a session could write to, tried under its user and in its view of the machine; and what it has open."""

import json
import os
import pwd
import re
import stat
import subprocess
from pathlib import Path

from . import files, processes

# Character devices that any user may open for writing and that keep nothing: docs/proof/residue.md says what each is.
DEVICES = (r"/dev/(null|zero|full|random|urandom|tty|ptmx|pts/ptmx)", r"/dev/(fuse|net/tun|kvm|vhost-net|vhost-vsock|userfaultfd|udmabuf)",
           r"/dev/pts/\d+")
# Sockets: the agent's, the display's, the session's own notice, and those that an operating system opens for everybody.
SOCKETS = (r"{root}/terminal/run/yici/link/agent\.sock", r"{root}/terminal/run/yici/notify/session-\d+",
           # The simulated hardware's; no production machine has it.
           r"{root}/bench/run/yici/(onlooker\.sock|pcscd/pcscd\.comm)", r"/tmp/\.X11-unix/X\d+",
           r"/run/(dbus/system_bus_socket|systemd/(journal/(dev-log|socket|stdout)|notify|userdb/.*|io\..*|resolve/.*)|avahi-daemon/socket"
           r"|pcscd/pcscd\.comm|cups/cups\.sock|nscd/socket|udev/.*)")


def as_session(leader, argv):
    """The command that runs `argv` as the session led by `leader` runs: its user, its groups, its bwrap with the same options."""
    own = processes.command(leader)
    if "--" not in own or os.path.basename(own[0]) != "bwrap":
        raise RuntimeError(f"the session {leader} has no view of its own: {' '.join(own[:3])}")
    view = own[:own.index("--") + 1]
    user = pwd.getpwuid(processes.uid_of(leader))
    groups = processes.groups(leader)
    listed = ["--groups", ",".join(groups)] if groups else ["--clear-groups"]
    return ["setpriv", "--reuid", user.pw_name, "--regid", str(user.pw_gid), *listed, "--no-new-privs", "--", *view, *argv]


def walk(leader):
    """Walks the whole tree as the session; returns what walk.py tells."""
    script = Path(__file__).with_name("walk.py").read_text()
    done = subprocess.run(as_session(leader, ["/usr/bin/python3", "-I", "-"]), input=script, text=True, capture_output=True, cwd="/",
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    if done.returncode:
        raise RuntimeError(f"the walk failed: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout)


def not_listed(told, root, not_ours):
    """What of a walk's findings is on no list. A socket that nobody listens on any more leads nowhere."""
    listening = bound_sockets()
    sockets = [pattern.replace("{root}", re.escape(str(root))) for pattern in SOCKETS]
    return {
        "folders in which a file was created": told["created"],
        "files opened for writing": told["opened"],
        "other things opened for writing": told["others"],
        "devices": [path for path in told["devices"] if not any(re.fullmatch(known, path) for known in DEVICES)],
        "sockets": [path for path in told["sockets"]
                    if path in listening and not any(re.fullmatch(known, path) for known in sockets) and not files.is_not_ours(path, not_ours)],
    }


def bound_sockets():
    lines = Path("/proc/net/unix").read_text().splitlines()[1:]
    return {line.split(None, 7)[7] for line in lines if len(line.split(None, 7)) == 8}


def written_files(pid):
    """Descriptors of a process on regular files that are open for writing."""
    found = []
    for name in os.listdir(f"/proc/{pid}/fd"):
        try:
            mode = os.stat(f"/proc/{pid}/fd/{name}").st_mode
            flags = int(re.search(r"flags:\s*(\d+)", Path(f"/proc/{pid}/fdinfo/{name}").read_text())[1], 8)
            target = os.readlink(f"/proc/{pid}/fd/{name}")
        except OSError:
            continue
        if stat.S_ISREG(mode) and flags & (os.O_WRONLY | os.O_RDWR):
            found.append(f"{name} -> {target}")
    return found
