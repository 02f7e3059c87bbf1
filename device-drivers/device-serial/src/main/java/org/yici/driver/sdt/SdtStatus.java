package org.yici.driver.sdt;

/** Third status byte of an answer: the reader's own word. Those not named here stay numbers. */
final class SdtStatus {
    static final int HOST_CHECKSUM = 0x10;
    static final int READ_FAILED = 0x41;
    static final int SELF_TEST_FAILED = 0x60;
    static final int NOT_AUTHORISED = 0x66;
    /** No card, or one that was read and still lies there. */
    static final int FIND_FAILED = 0x80;

    static final int SELECT_FAILED = 0x81;
    static final int OK = 0x90;
    static final int CARD_FOUND = 0x9F;

    private SdtStatus() {}
}
