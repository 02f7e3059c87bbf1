package org.yici.driver.sdt;

/**
 * A whole answer whose checksum is right.
 *
 * @param cardStatus SW1 SW2, what the card said to the reader
 * @param status SW3, what the reader says
 * @param data what follows; may be personal
 */
record SdtAnswer(int cardStatus, int status, byte[] data) {
    boolean says(SdtStatus word) {
        return status == word.code();
    }

    /** SW3 in hexadecimal and by name. */
    String words() {
        return SdtStatus.words(status);
    }

    @Override
    public String toString() {
        return "SdtAnswer[" + words() + ", " + data.length + " bytes]";
    }
}
