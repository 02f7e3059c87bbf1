"""Takes the demo's users and folders away."""

import fcntl
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import machine  # noqa: E402

locks = [open(path, "w") for path in Path("/var/lib/yici-demo").glob("lock*")]
try:
    for lock in locks:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    sys.exit("The demo is running: end it first (Ctrl-C where it runs).")
for folder in Path("/var/lib").glob("yici-*"):
    if folder.name == "yici-demo" or folder.name == "yici-check" or folder.name.startswith("yici-proof-"):
        shutil.rmtree(folder, ignore_errors=True)
machine.remove_users()
print("The demo's users and folders are gone. The type faces stay in the cache (~/.cache/yici).")
