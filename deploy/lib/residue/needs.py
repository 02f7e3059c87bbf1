"""What the search needs of the machine, asked before anything is started."""

import os
import shutil
import subprocess

COMMANDS = ("setpriv", "bwrap", "convert", "tesseract", "mosquitto_sub", "psql")


def missing():
    """What is missing here, in words; empty when the search can run."""
    if os.geteuid() != 0:
        return ["root"]
    needs = [name for name in COMMANDS if not shutil.which(name)]
    if not needs and not can_read_others():
        needs.append("CAP_SYS_PTRACE, to read the memory of other users' processes (a container needs --cap-add SYS_PTRACE)")
    return needs


def can_read_others():
    child = subprocess.Popen(["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--", "sh", "-c", "echo there; exec cat"],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        child.stdout.readline()
        with open(f"/proc/{child.pid}/mem", "rb"):
            return True
    except OSError:
        return False
    finally:
        child.kill()
        child.wait()
