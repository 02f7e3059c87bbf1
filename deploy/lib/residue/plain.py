"""A session that forgets to seal: what it keeps is plain text where sealed bytes belong. And one whose driver leaks: what it says of its
devices, its events and its print is a text of its choice. For the controls only."""

import base64
import grp
import hashlib
import subprocess

# Run by a bare Python as a session's user; reads its token and the two texts as three lines. Speaks the link of docs/agent.md, waits until it
# has the screen, says the second text wherever a text can stand, keeps one entry that holds the first, says "kept", and stays until its
# input ends.
CLIENT = r'''
import base64, json, os, re, socket, struct, sys, threading, time, uuid
path, slot, terminal, key_id = sys.argv[1:]
token, text, leak = (sys.stdin.readline().strip() for _ in range(3))
line = socket.socket(socket.AF_UNIX); line.connect(path)
sending = threading.Lock()

def say(**message):
    body = json.dumps(message).encode()
    with sending: line.sendall(struct.pack(">I", len(body)) + body)

def exactly(count):
    got = b""
    while len(got) < count:
        chunk = line.recv(count - len(got))
        if not chunk: raise SystemExit("the agent closed the link")
        got += chunk
    return got

def hear():
    return json.loads(exactly(struct.unpack(">I", exactly(4))[0]))

def uuid7():
    number = int(time.time() * 1000) << 80 | int.from_bytes(os.urandom(10), "big")
    number = number & ~(0xF << 76) | 7 << 76
    return str(uuid.UUID(int=number & ~(3 << 62) | 2 << 62))

def beat():
    number = 0
    while True:
        number += 1
        say(type="heartbeat", number=number)
        time.sleep(0.5)

say(type="hello", protocol=2, slot=int(slot), token=token, session=str(uuid.uuid4()), build="residue-control")
print(hear()["type"], flush=True)
threading.Thread(target=beat, daemon=True).start()
while (heard := hear())["type"] != "foreground": pass
say(type="shown")

def sealed(ciphertext):
    return {"keyId": key_id, "encapsulated": base64.b64encode(bytes(32)).decode(), "ciphertext": base64.b64encode(ciphertext).decode()}

def answer():
    while (heard := hear())["type"] not in ("kept", "notKept"): pass
    return heard["type"]

def in_form(text):
    # Words of a report have a form (docs/contracts.md); a message with another one ends the link before it is read.
    return text if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", text) else "word"

for word in [leak, *leak.split()]:
    name = in_form(word)
    fault = {"name": name, "whoActs": name, "nativeCode": word}
    device = {"kind": "documentPrinter", "state": name, "details": {"paper": word, "safeModule": word, name: word}, "faults": [fault], "counts": {name: 1}}
    say(type="status", devices=[{"id": "document-printer", **device}, {"id": name, **device}])
    say(type="event", code=word, level="INFO", numbers={word: 1})
    say(type="event", code="CARD_REFUSED", level="INFO", numbers={word: 1})
    say(type="intent", intent={"key": uuid7(), "jobName": word, "printer": "document-printer", "sheets": 1, "remainder": sealed(bytes(64))})
    print("leaked " + answer(), flush=True)
plain = json.dumps({"copyId": "control", "citizen": text}, ensure_ascii=False).encode()
say(type="entry", entry={
    "header": {"terminal": terminal, "key": uuid7(), "version": 1, "kind": "print-outcome", "format": 1},
    "box": sealed(plain)})
print(answer(), flush=True)
threading.Thread(target=lambda: [hear() for _ in iter(int, 1)], daemon=True).start()
sys.stdin.read()
'''


def key_id(pem):
    """The id of the centre's key, without which the agent keeps nothing (docs/contracts.md, Sealing)."""
    info = base64.b64decode("".join(line for line in pem.read_text().splitlines() if not line.startswith("-----")))
    return hashlib.sha256(info).hexdigest()[:16]


class PlainSession:
    """Takes the place of the session in `slot`, whose program the keeper must hold meanwhile."""

    def __init__(self, demo, slot, token, text, leak):
        groups = [group.gr_name for group in grp.getgrall() if f"yici-session-{slot}" in group.gr_mem]
        user = f"yici-session-{slot}"
        self.process = subprocess.Popen(
            ["setpriv", "--reuid", user, "--regid", user, "--groups", ",".join(groups), "--pdeathsig", "SIGKILL", "--",
             "/usr/bin/python3", "-I", "-c", CLIENT, str(demo.terminal / "run/yici/link/agent.sock"), str(slot), demo.ready["terminal"],
             key_id(demo.terminal / "etc/yici/trust/centre-sealing.pem")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/")
        self.process.stdin.write(f"{token}\n{text}\n{leak}\n")
        self.process.stdin.flush()
        self.expect("welcome")

    def expect_leaks(self, count):
        for _ in range(count):
            self.expect("leaked notKept")

    def expect(self, word):
        said = self.process.stdout.readline().strip()
        if said != word:
            raise RuntimeError(f"the plain session says {said!r}, not {word!r}")

    def close(self):
        self.process.kill()
        self.process.wait()
