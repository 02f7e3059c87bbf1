package org.yici.device;

/** What a device is for. */
public enum DeviceKind {
    /** Reads the identity that a citizen lays or inserts. */
    IDENTITY_READER,
    /** Prints whole documents on sheets. */
    DOCUMENT_PRINTER,
    /** Reads bar codes and QR codes that are held before it. */
    BARCODE_READER,
    /** Reads chip cards that are inserted or laid. */
    CHIP_CARD_READER
}
