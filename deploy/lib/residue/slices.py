"""Takes random slices of a document and of pictures that tell of one citizen and of nobody else."""

from dataclasses import dataclass

LENGTH = 24
PIXEL = 4


@dataclass(frozen=True)
class Raster:
    """A picture in rows of 4 bytes a pixel: blue, green, red, anything."""

    width: int
    height: int
    pixels: bytes

    def masked(self):
        """The same with the fourth byte of each pixel zero, so that pictures compare."""
        raw = bytearray(self.pixels)
        raw[3::PIXEL] = bytes(len(raw) // PIXEL)
        return Raster(self.width, self.height, bytes(raw))


class TooFew(Exception):
    """There is not enough that tells of this citizen alone."""


def of_document(random, document, other, count):
    """`count` different slices of `document` with little repetition in them, none of which is in `other`."""
    return take(random, count, lambda: random.randrange(len(document) - LENGTH),
                lambda at: document[at:at + LENGTH],
                lambda piece: len(set(piece)) >= 16 and piece not in other)


def of_raster(random, raster, others, count):
    """`count` different runs of pixels of one row each, with few like pixels in them, none of which is anywhere in `others`."""
    raster = raster.masked()
    others = [other.masked().pixels for other in others]
    stride = raster.width * PIXEL
    rows = [row for row in range(0, len(raster.pixels), stride)
            if raster.pixels[row:row + stride].strip(b"\0")
            and not any(other[row:row + stride] == raster.pixels[row:row + stride] for other in others)]
    if not rows:
        raise TooFew("nothing on it differs between two citizens")
    return take(random, count, lambda: random.choice(rows) + PIXEL * random.randrange(raster.width - LENGTH // PIXEL),
                lambda at: raster.pixels[at:at + LENGTH],
                lambda piece: different_pixels(piece) >= 4 and not any(piece in other for other in others))


def different_pixels(piece):
    return len({piece[i:i + PIXEL] for i in range(0, len(piece), PIXEL)})


def take(random, count, where, cut, fits):
    taken = {}
    for _ in range(3000 * count):
        piece = cut(where())
        if piece not in taken and fits(piece):
            taken[piece] = None
            if len(taken) == count:
                return list(taken)
    raise TooFew(f"{len(taken)} of {count} slices")
