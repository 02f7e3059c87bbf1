"""Turns one face of a CFF font collection into a TrueType font under a name of our own (called by deploy/fonts).

usage: fonts.py COLLECTION FACE FAMILY TARGET

PDF libraries embed subsets of TrueType outlines reliably, of CFF collections not at all; Debian ships the latter.
Hinting, layout features and vertical tables are left out. So are code points which share a glyph with a Chinese
ideograph (the radicals U+2E80-2FDF among them): text taken out of a PDF would otherwise hold them in its place.
"""

import os
import sys
import tempfile
import time

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

RECIPE = 2  # raise it when the output of this file changes
MAX_ERROR = 1.0  # font units (1000 to the em)


def say(family, text):
    print(f"fonts: {family}: {text}", flush=True)


def version_of(face):
    return f"{face['name'].getDebugName(5).split(';')[0]}; Yici recipe {RECIPE}"


def is_current(target, version):
    try:
        with TTFont(target, lazy=True) as made:
            return made["name"].getDebugName(5) == version
    except (OSError, KeyError, AttributeError):
        return False
    except Exception:  # damaged file: fontTools has no root exception
        return False


def is_ideograph(code):
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF


def code_points(face):
    """The code points to keep: no radical, and none below an ideograph whose glyph it shares."""
    cmap = {code: glyph for code, glyph in face.getBestCmap().items() if not 0x2E80 <= code <= 0x2FDF}
    by_glyph = {}
    for code, glyph in cmap.items():
        by_glyph.setdefault(glyph, []).append(code)
    rivals = set()
    for codes in by_glyph.values():
        ideographs = [code for code in codes if is_ideograph(code)]
        if ideographs:
            rivals.update(code for code in codes if code < min(ideographs))
    return set(cmap) - rivals


def drop_variation_sequences(face):
    """Neither PDFBox nor Swing reads cmap format 14; PDFBox warns at each load."""
    face["cmap"].tables = [table for table in face["cmap"].tables if table.format != 14]


def subset(face, codes):
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(face)


def to_quadratic(face, family):
    order = face.getGlyphOrder()
    outlines = face.getGlyphSet()
    glyphs = {}
    step = len(order) // 5 + 1
    for index, name in enumerate(order):
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
        if index and index % step == 0:
            say(family, f"{100 * index // len(order)} % of {len(order)} glyphs")
    return order, glyphs


def replace_outlines(face, order, glyphs):
    del face["CFF "]
    face["loca"] = newTable("loca")
    face["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs

    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        advance, _ = face["hmtx"][name]
        face["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))

    maxp = face["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth",
    ):
        setattr(maxp, field, 0)

    post = face["post"]
    post.formatType = 3.0
    face["head"].glyphDataFormat = 0
    face.sfntVersion = "\000\001\000\000"


def rename(face, family, version):
    names = face["name"]
    kept = {13: names.getDebugName(13), 14: names.getDebugName(14), 0: names.getDebugName(0)}
    names.names = []
    postscript = family.replace(" ", "") + "-Regular"
    texts = {1: family, 2: "Regular", 3: f"{version}; {postscript}", 4: family, 5: version, 6: postscript, **kept}
    for identifier, text in sorted(texts.items()):
        if text:
            names.setName(text, identifier, 3, 1, 0x409)


def write_atomically(face, target):
    handle, temporary = tempfile.mkstemp(prefix=".making-", suffix=".ttf", dir=os.path.dirname(target))
    os.close(handle)
    try:
        face.save(temporary, reorderTables=False)
        os.chmod(temporary, 0o644)
        with open(temporary, "rb") as written:
            os.fsync(written.fileno())
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def main(collection, face_name, family, target):
    face = next(f for f in TTCollection(collection, lazy=True).fonts if f["name"].getDebugName(4) == face_name)
    version = version_of(face)
    if is_current(target, version):
        return
    started = time.monotonic()
    say(family, f"making it from {face_name} (one to two minutes)")
    face.recalcTimestamp = False  # the same input gives the same bytes
    drop_variation_sequences(face)
    subset(face, code_points(face))
    order, glyphs = to_quadratic(face, family)
    replace_outlines(face, order, glyphs)
    rename(face, family, version)
    write_atomically(face, target)
    say(family, f"done in {time.monotonic() - started:.0f} s, {os.path.getsize(target) // 1_000_000} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
