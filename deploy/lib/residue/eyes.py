"""Reads the letters of a picture with tesseract, to learn where the keys are."""

import os
import struct
import subprocess
from collections import namedtuple

Word = namedtuple("Word", "text line x y width height")


# The red of the keys' blue (#0B57A4), and how many such pixels in a row make a key.
KEY, SHORTEST_KEY = b"\x0b", 100
NEGATIVE = bytes(range(255, -1, -1))


def where(png, phrase):
    """The middle of the last place where `phrase` stands within one line, in pixels; None if it cannot be read."""
    return find(words(png), phrase)


def ink(png):
    """The picture in shades of grey, light letters on dark keys turned into dark ones on light: only those are read."""
    width, height = struct.unpack(">II", png[16:24])
    red = subprocess.run(["convert", "png:-", "-channel", "R", "-separate", "-depth", "8", "gray:-"], input=png, stdout=subprocess.PIPE,
                         check=True).stdout
    rows = [red[at:at + width] for at in range(0, width * height, width)]
    return b"P5 %d %d 255\n" % (width, height) + b"".join(map(turn_keys, rows))


def turn_keys(row):
    if row.count(KEY) < SHORTEST_KEY:
        return row
    first, last = row.find(KEY), row.rfind(KEY) + 1
    return row[:first] + row[first:last].translate(NEGATIVE) + row[last:]


def words(png):
    table = subprocess.run(["tesseract", "stdin", "stdout", "-l", "chi_sim", "--psm", "11", "--dpi", "150", "tsv"], input=ink(png),
                           env={**os.environ, "OMP_THREAD_LIMIT": "1"}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    read = []
    for row in table.stdout.decode().split("\n"):
        cell = row.split("\t")
        if len(cell) >= 12 and cell[0] == "5" and cell[11].strip():
            read.append(Word(cell[11].strip(), tuple(cell[2:5]), *map(int, cell[6:10])))
    return read


def find(read, phrase):
    found = None
    for first in range(len(read)):
        text = ""
        for last in range(first, len(read)):
            if read[last].line != read[first].line:
                break
            text += read[last].text
            at = text.find(phrase)
            if 0 <= at < len(read[first].text):
                left, right = read[first].x, read[last].x + read[last].width
                found = ((left + right) // 2, read[first].y + read[first].height // 2)
                break
    return found
