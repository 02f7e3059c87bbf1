"""Reads the letters of a picture with tesseract, to learn where the keys are."""

import os
import subprocess
from collections import namedtuple

Word = namedtuple("Word", "text line x y width height")


def where(png, phrase):
    """The middle of the last place where `phrase` stands within one line, in pixels; None if it cannot be read."""
    for picture in (lambda: png, lambda: negative(png)):
        found = find(words(picture()), phrase)
        if found:
            return found
    return None


def negative(png):
    """Light letters on dark keys become dark ones on light: only those are read."""
    return subprocess.run(["convert", "png:-", "-negate", "png:-"], input=png, stdout=subprocess.PIPE, check=True).stdout


def words(png):
    table = subprocess.run(["tesseract", "stdin", "stdout", "-l", "chi_sim", "--psm", "11", "--dpi", "150", "tsv"], input=png,
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
