"""What a subscriber of everything hears at Mosquitto, all base64 in it undone."""

import base64
import binascii
import json
import re
import subprocess
import threading
from dataclasses import dataclass

WORD = re.compile(r"^[A-Za-z0-9+/_-]{8,}={0,2}$")


@dataclass(frozen=True)
class Payload:
    topic: str
    raw: bytes

    def unpacked(self):
        """The payload itself and all that lies in it as base64 or base64url, however deep."""
        return [self.raw, *layers(self.raw)]

    def event(self):
        """(code, session, numbers) if it is an open session event, else None."""
        try:
            entry = json.loads(self.raw).get("entry", {})
        except (ValueError, AttributeError):
            return None
        body = entry.get("body")
        if entry.get("header", {}).get("kind") != "session-event" or not body:
            return None
        return body["code"], body["session"], body.get("numbers", {})


def layers(raw, depth=0):
    """What lies packed within `raw`: strings of JSON that are base64, and what lies within those."""
    if depth > 5:
        return []
    found = []
    for text in strings(raw):
        for unpacked in decoded(text):
            found += [unpacked, *layers(unpacked, depth + 1)]
    return found


def strings(raw):
    try:
        return list(strings_of(json.loads(raw)))
    except (ValueError, UnicodeDecodeError, RecursionError):
        text = raw.decode("latin-1")
        return [word for word in re.split(r"[^A-Za-z0-9+/=_-]+", text) if len(word) >= 8]


def strings_of(value):
    if isinstance(value, str):
        yield value
        # A JSON text within a string, or parts of a token such as a JWS.
        yield from (part for part in re.split(r"[.\s]", value) if part != value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_of(inner)


def decoded(text):
    if not WORD.match(text):
        return []
    plain = text.rstrip("=")
    found = []
    for alphabet in (None, b"-_"):
        try:
            found.append(base64.b64decode(plain + "=" * (-len(plain) % 4), alphabet, validate=True))
        except (binascii.Error, ValueError):
            pass
    return list(dict.fromkeys(found))


class Listener:
    """Subscribes to `#` with the service's own certificate and keeps every payload, in memory."""

    def __init__(self, address, keys):
        host, port = address.split(":")
        self.payloads = []
        self.lock = threading.Condition()
        self.process = subprocess.Popen(
            ["mosquitto_sub", "-V", "mqttv5", "-h", host, "-p", port, "--cafile", str(keys / "broker-ca.pem"),
             "--cert", str(keys / "service-2-mqtt.pem"), "--key", str(keys / "service-2-mqtt.key"), "-i", "service-2",
             "-q", "1", "-t", "#", "-F", "%t %x"],
            stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            topic, _, text = line.rstrip("\n").partition(" ")
            with self.lock:
                self.payloads.append(Payload(topic, bytes.fromhex(text)))
                self.lock.notify_all()

    def since(self, mark):
        with self.lock:
            return self.payloads[mark:]

    def mark(self):
        with self.lock:
            return len(self.payloads)

    def events(self, mark):
        return [event for event in (payload.event() for payload in self.since(mark)) if event]

    def wait_for_event(self, mark, codes, seconds):
        """The first event since `mark` with one of `codes`; None when it does not come in time."""
        def heard():
            return next((event for event in (p.event() for p in self.payloads[mark:]) if event and event[0] in codes), None)
        with self.lock:
            self.lock.wait_for(heard, seconds)
            return heard()

    def close(self):
        self.process.terminate()
        self.process.wait()
