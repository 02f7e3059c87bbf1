package org.yici.driver.sdt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Third status byte of an answer: the reader's own word. Bytes that are not named here stay numbers. */
enum SdtStatus {
    OK(0x90),
    CARD_FOUND(0x9F),
    /** Of our command. */
    HOST_CHECKSUM(0x10),
    /** Of our command. */
    HOST_LENGTH(0x11),
    /** Our command is none, or does not fit where we are. */
    HOST_COMMAND(0x21),
    NO_PERMISSION(0x23),
    UNRECOGNISED(0x24),
    CARD_REFUSED_READER(0x31),
    READER_REFUSED_CARD(0x32),
    VERIFICATION_FAILED(0x33),
    WRONG_CARD(0x40),
    READ_FAILED(0x41),
    RANDOM_NUMBER_FAILED(0x47),
    SELF_TEST_FAILED(0x60),
    NOT_AUTHORISED(0x66),
    /** No card, or one that was read and still lies there. */
    FIND_FAILED(0x80),
    SELECT_FAILED(0x81),
    /** The card holds no such item. */
    ITEM_ABSENT(0x91);

    private final int code;

    SdtStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<SdtStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** The byte in hexadecimal, and its name if it has one: {@code 41 read-failed}. */
    static String words(int code) {
        String hex = String.format(Locale.ROOT, "%02X", code);
        return of(code).map(status ->
                        hex + " " + status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(hex);
    }
}
