"""Turns PNG files into pixels, and PDF pages into the pixels that a session makes of them; nothing is written to a file."""

import struct
import subprocess

from .slices import Raster


def of_png(png):
    width, height = struct.unpack(">II", png[16:24])
    pixels = subprocess.run(["convert", "png:-", "-alpha", "off", "-depth", "8", "bgra:-"],
                            input=png, stdout=subprocess.PIPE, check=True).stdout
    return Raster(width, height, pixels)


def of_page(java, fonts, pdf, width):
    """The first page of `pdf`; `java` is the command that runs the classes of deploy/check."""
    out = subprocess.run([*java, f"-Dyici.fonts={fonts}", "org.yici.check.residue.PagePixels", str(width)],
                         input=pdf, stdout=subprocess.PIPE, check=True).stdout
    wide, high = struct.unpack(">II", out[:8])
    return Raster(wide, high, out[8:])


def different_rows(one, other):
    """Numbers of the rows in which two screens differ."""
    stride = one.width * 4
    one, other = one.masked().pixels, other.masked().pixels
    return [row // stride for row in range(0, len(one), stride) if one[row:row + stride] != other[row:row + stride]]


def without_rows(picture, rows):
    """The same with some rows made plain."""
    stride = picture.width * 4
    raw = bytearray(picture.pixels)
    for row in rows:
        raw[row * stride:(row + 1) * stride] = bytes(stride)
    return Raster(picture.width, picture.height, bytes(raw))
