"""What is looked for: markers, each in every form in which it may lie somewhere."""

import base64
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Marker:
    """One thing that tells of a citizen.

    kind: what it is of: "name", "number", "pdf", "screen greeting" …
    number: which of its kind, from 0.
    forms: name of a form → its bytes as hexadecimal digits, two dots for any byte. Reports name forms and never show these.
    """

    kind: str
    number: int
    forms: dict

    @property
    def name(self):
        return self.kind if self.kind in TEXTS else f"{self.kind} #{self.number}"


TEXTS = ("name", "number", "address", "card's number", "name as shown", "number as shown")


def of_text(kind, text, number=0):
    """`text` as programs, databases, wires and Java's strings hold it. Java's compact strings of digits are the form utf-8."""
    escaped = "".join(c if ord(c) < 128 else "".join(f"\\u{unit:04x}" for unit in utf16_units(c)) for c in text)
    forms = {
        "utf-8": text.encode(),
        "utf-16le": text.encode("utf-16le"),
        "utf-16be": text.encode("utf-16be"),
        "gb18030": text.encode("gb18030"),
        "json": escaped.encode(),
        "JSON": escaped.replace("\\u", "\0").upper().replace("\0", "\\u").encode(),
    }
    for shift in range(3):
        forms[f"base64+{shift}"] = in_base64(text.encode(), shift)
    return Marker(kind, number, exactly(forms))


def of_bytes(kind, number, piece):
    """A slice of a document, as it is and within base64 wherever it lies in there."""
    forms = {"bytes": piece}
    for shift in range(3):
        text = in_base64(piece, shift)
        forms[f"base64+{shift}"] = text
        forms[f"base64+{shift} utf-16le"] = text.decode().encode("utf-16le")
    return Marker(kind, number, exactly(forms))


def of_pixels(kind, number, bgrx):
    """Pixels that lie side by side, given as blue, green, red and anything, in the layouts of X and of Java's pictures. What the fourth byte
    of a pixel is depends on who painted it: a background has FF there, letters on it 00, so it does not count."""
    pixels = [bgrx[i:i + 3] for i in range(0, len(bgrx), 4)]
    return Marker(kind, number, {
        "bgrx": "..".join(pixel.hex() for pixel in pixels),
        "rgbx": "..".join(pixel[::-1].hex() for pixel in pixels),
        "bgr": b"".join(pixels).hex(),
        "rgb": b"".join(pixel[::-1] for pixel in pixels).hex(),
    })


def utf16_units(character):
    raw = character.encode("utf-16be")
    return [int.from_bytes(raw[i:i + 2], "big") for i in range(0, len(raw), 2)]


def in_base64(piece, shift):
    """The letters that `piece` becomes whatever stands around it, when `shift` bytes of the first group of three come before it."""
    text = base64.b64encode(bytes(shift) + piece)
    begin = (8 * shift + 5) // 6
    end = 8 * (shift + len(piece)) // 6
    return text[begin:end]


def exactly(forms):
    """As patterns, those that are the same bytes once."""
    seen = {}
    for form, raw in forms.items():
        seen.setdefault(raw.hex(), form)
    return {form: pattern for pattern, form in seen.items()}


def an_example(pattern):
    """Bytes that a pattern stands for; any byte becomes 00 or FF by turns, as in pictures."""
    pairs = [pattern[i:i + 2] for i in range(0, len(pattern), 2)]
    return bytes((0, 255)[i // 4 % 2] if pair == ".." else int(pair, 16) for i, pair in enumerate(pairs))


def expression(pattern):
    """A pattern as a regular expression."""
    pairs = [pattern[i:i + 2] for i in range(0, len(pattern), 2)]
    return re.compile(b"".join(b"." if pair == ".." else re.escape(bytes.fromhex(pair)) for pair in pairs), re.DOTALL)
