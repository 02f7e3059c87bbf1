package org.yici.driver.sdt;

/**
 * A whole answer whose checksum is right.
 *
 * @param cardStatus SW1 SW2, what the card said to the reader
 * @param status SW3, what the reader says
 * @param data what follows; may be personal
 */
record SdtAnswer(int cardStatus, int status, byte[] data) {
    /** SW3 in hexadecimal. */
    String code() {
        return String.format("%02X", status);
    }

    @Override
    public String toString() {
        return "SdtAnswer[" + code() + ", " + data.length + " bytes]";
    }
}
