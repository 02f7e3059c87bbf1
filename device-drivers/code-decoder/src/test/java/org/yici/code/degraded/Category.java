package org.yici.code.degraded;

/** What spoils a picture. Strength 0 hardly does, strength 1 is more than any decoder is expected to read. */
public enum Category {
    /** Nothing but the size of its modules, 3 to 8 pixels. */
    CLEAN,
    /** Modules of 3 pixels down to 1.5. */
    TINY,
    /** Seen from the side, by 15 to 65 degrees. */
    PERSPECTIVE,
    /** Around a cylinder, of which the code covers 40 to 130 degrees. */
    CURVED,
    /** Out of focus: a Gaussian of 0.3 to 0.9 modules. */
    DEFOCUS,
    /** Moved by 0.5 to 2.5 modules during the exposure. */
    MOTION,
    /** Noise of the sensor and dead pixels. */
    NOISE,
    /** Little light and less contrast, down to 5 of 255 levels. */
    DIM,
    /** Mirrored lamps that wipe out what is below them. */
    GLOSS,
    /** Light from one side only. */
    GRADIENT,
    /** White on black. */
    INVERTED,
    /** Scratches, stickers and a spot on one of the corners. */
    DAMAGED,
    /** Modules of 2 to 4 pixels somewhere in a picture of 1600 x 1200. */
    SMALL_IN_LARGE,
    /** Two to five codes in one picture. */
    SEVERAL,
    /** Small modules in a JPEG of quality 0.4 down to 0.02. */
    JPEG,
    /** Three of the others at once, each weaker. */
    MIXED
}
