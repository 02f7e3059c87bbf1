package org.yici.code;

/** A kind of printed code. */
public enum CodeFormat {
    /** ISO/IEC 18004. */
    QR_CODE,
    /** ISO/IEC 16022. */
    DATA_MATRIX,
    /** ISO/IEC 24778. */
    AZTEC,
    /** ISO/IEC 15438. */
    PDF_417,
    /** ISO/IEC 15417. */
    CODE_128,
    /** ISO/IEC 15420. */
    EAN_13
}
