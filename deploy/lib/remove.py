"""Takes the demo's users and folders away."""

import fcntl
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import machine  # noqa: E402

if os.path.exists("/var/lib/yici-demo/lock"):
    lock = open("/var/lib/yici-demo/lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit("The demo is running: end it first (Ctrl-C where it runs).")
for folder in ("/var/lib/yici-demo", "/var/lib/yici-check"):
    shutil.rmtree(folder, ignore_errors=True)
machine.remove_users()
print("The demo's users and folders are gone. The type faces stay in the cache (~/.cache/yici).")
