"""Whether any of the terminal's users can open the memory of another's process."""

import json
import pwd
import subprocess

from . import processes

TRY = """
import json, sys
opened = []
for pid in json.loads(sys.argv[1]):
    for what in ("mem", "environ", "maps"):
        try:
            with open("/proc/%d/%s" % (pid, what), "rb") as file:
                if what != "mem":
                    file.read(1)
            opened.append("%d/%s" % (pid, what))
        except OSError:
            pass
print(json.dumps(opened))
"""


def opened_by(user, groups, pids):
    """Which of `pids` a process of `user` could open."""
    listed = ["--groups", ",".join(groups)] if groups else ["--clear-groups"]
    done = subprocess.run(["setpriv", "--reuid", user, "--regid", str(pwd.getpwnam(user).pw_gid), *listed, "--", "/usr/bin/python3", "-I", "-c", TRY, json.dumps(pids)],
                          text=True, capture_output=True, check=True, cwd="/")
    return json.loads(done.stdout)


def of_other_users(uid, pids):
    return [pid for pid in pids if processes.uid_of(pid) not in (uid, -1)]
