package org.yici.measure.decode;

/** Who decodes. */
enum Contender {
    ZXING,
    BOOFCV,
    OURS,
    OURS_ALL_FORMATS
}
