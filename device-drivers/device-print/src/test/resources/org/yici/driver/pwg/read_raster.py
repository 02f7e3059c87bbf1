"""Reads PWG raster with the library of CUPS, which others wrote, and says what it saw.

read_raster.py FILE FOLDER: a line of JSON a page on standard output; the dots of page N go to FOLDER/N.
"""

import ctypes
import json
import os
import struct
import sys

HEADER = 1796
# Offsets in cups_page_header2_t (cups/raster.h).
NUMBERS = {
    "duplex": 272, "dpiAcross": 276, "dpiAlong": 280, "copies": 340, "pointsAcross": 352, "pointsAlong": 356, "tumble": 368,
    "width": 372, "height": 376, "bitsPerColour": 384, "bitsPerDot": 388, "bytesPerLine": 392, "colourSpace": 400, "colours": 420,
    "pages": 452, "crossFeed": 456, "feed": 460,
}


def main(file, folder):
    cups = ctypes.CDLL("libcups.so.2")
    cups.cupsRasterOpen.restype = ctypes.c_void_p
    descriptor = os.open(file, os.O_RDONLY)
    raster = ctypes.c_void_p(cups.cupsRasterOpen(descriptor, 0))
    header = ctypes.create_string_buffer(HEADER)
    page = 0
    while cups.cupsRasterReadHeader2(raster, header):
        page += 1
        said = {name: struct.unpack_from("=i", header, at)[0] for name, at in NUMBERS.items()}
        said["mediaClass"] = header.raw[0:64].split(b"\0")[0].decode("ascii")
        said["size"] = header.raw[1732:1796].split(b"\0")[0].decode("ascii")
        line = ctypes.create_string_buffer(said["bytesPerLine"])
        with open(os.path.join(folder, str(page)), "wb") as dots:
            for number in range(said["height"]):
                if cups.cupsRasterReadPixels(raster, line, said["bytesPerLine"]) != said["bytesPerLine"]:
                    sys.exit(f"page {page} ends at line {number}")
                dots.write(line.raw)
        print(json.dumps(said))
    rest = os.read(descriptor, 1)
    if rest:
        sys.exit(f"something follows page {page}")


main(sys.argv[1], sys.argv[2])
