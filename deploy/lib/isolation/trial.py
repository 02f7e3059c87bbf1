"""Runs the probe as a user, plainly or in a session's view of the machine."""

import grp
import json
import os
import pwd
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from residue import view

from .targets import NOBODY, USERS

PROBE = Path(__file__).with_name("probe.py")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
# A probe opens, connects and looks; what it waits for at a socket has a bound of its own.
LIMIT_SECONDS = 60


def plainly(user, argv):
    """The command that runs `argv` as `user` with the groups that the machine gives it."""
    groups = [group.gr_name for group in grp.getgrall() if user in group.gr_mem]
    listed = ["--groups", ",".join(groups)] if groups else ["--clear-groups"]
    return ["setpriv", "--reuid", user, "--regid", str(pwd.getpwnam(user).pw_gid), *listed, "--no-new-privs", "--", *argv]


def probe(command, targets):
    """What the probe reached: pairs of kind and where. `command` makes the command line of its Python."""
    done = subprocess.run(command(["/usr/bin/python3", "-I", "-", json.dumps(targets)]), input=PROBE.read_text(), text=True, capture_output=True,
                          cwd="/", env=ENVIRONMENT, timeout=LIMIT_SECONDS)
    if done.returncode:
        raise RuntimeError(f"the probe failed: {done.stderr.strip()[-400:]}")
    return [tuple(one) for one in json.loads(done.stdout)]


def as_user(user, targets):
    return probe(lambda argv: plainly(user, argv), targets.for_user(pwd.getpwnam(user).pw_uid))


def as_session(user, leader, targets):
    """The same as a session would: with its groups and its view of the machine."""
    return probe(lambda argv: view.as_session(leader, argv), targets.for_user(pwd.getpwnam(user).pw_uid))


def as_everybody(targets, sessions):
    """(name, user, reached) for each user, for nobody, and for each of `sessions` (user: leader) in its own view; all at the same time."""
    tries = [(user, user, lambda user=user: as_user(user, targets)) for user in (NOBODY, *USERS)]
    tries += [(f"{user}, in its view", user, lambda user=user, leader=leader: as_session(user, leader, targets)) for user, leader in sessions.items()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = [(name, user, pool.submit(act)) for name, user, act in tries]
        return [(name, user, future.result()) for name, user, future in running]
