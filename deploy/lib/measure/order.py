"""Gives the keeper of the demo around it one order: order.py hold|release PROGRAM"""

import json
import os
import socket
import sys

with open(os.environ["YICI_READY"], encoding="utf-8") as ready:
    path = json.load(ready)["keeper"]
with socket.socket(socket.AF_UNIX) as keeper:
    keeper.connect(path)
    keeper.sendall(json.dumps({"do": sys.argv[1], "program": sys.argv[2]}).encode() + b"\n")
    answer = json.loads(keeper.makefile().readline())
if not answer.get("ok"):
    sys.exit(f"the keeper does not {sys.argv[1]} {sys.argv[2]}: {answer.get('why')}")
