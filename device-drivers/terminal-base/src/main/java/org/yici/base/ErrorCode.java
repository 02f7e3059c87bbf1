package org.yici.base;

import java.util.Locale;
import java.util.Optional;

/**
 * The one registry of what can go wrong before a citizen's eyes: a short stable code and who has to act. The screen shows title, remedy and
 * code ({@link ErrorTexts}); staff look the code up in {@code docs/errors.md}.
 */
public enum ErrorCode {
    CARD_UNREADABLE("R01", WhoActs.CITIZEN, "The card could not be read."),
    CARD_NOT_TRUSTED("R02", WhoActs.CITIZEN, "The card's data is not consistent."),
    CARD_EXPIRED("R03", WhoActs.CITIZEN, "The card has expired."),
    READER_GONE("R04", WhoActs.RESET, "The card reader is not available."),
    CARD_LEFT("R05", WhoActs.CITIZEN, "A card lay on the reader already; it greets nobody."),
    CARD_UNSUPPORTED("R06", WhoActs.CITIZEN, "The card is of a kind that is not read here."),
    CHIP_CARD_UNREADABLE("R07", WhoActs.CITIZEN, "The chip card could not be read."),
    CHIP_CARD_NAMELESS("R08", WhoActs.CITIZEN, "The social-security card guards its holder's name and number."),
    CHIP_CARD_LEFT("R09", WhoActs.CITIZEN, "A card was in the slot already; it greets nobody."),
    CARD_NOT_YET_VALID("R10", WhoActs.CITIZEN, "The card is not valid yet."),
    PRINTER_PAPER_OUT("P01", WhoActs.CLEAR, "The printer is out of paper."),
    PRINTER_GONE("P02", WhoActs.RESET, "The printer cannot be reached."),
    PRINTER_FAULT("P03", WhoActs.MAINTENANCE, "The printer reports a fault."),
    PRINT_FAILED("P04", WhoActs.CITIZEN, "Nothing was printed."),
    PRINT_PARTIAL("P05", WhoActs.CITIZEN, "Only part was printed."),
    PRINT_UNCERTAIN("P06", WhoActs.CITIZEN, "It is not certain whether the paper came out."),
    PRINT_NOT_SEEN("P07", WhoActs.CITIZEN, "The citizen did not get all of the paper."),
    PRINTER_JAMMED("P08", WhoActs.CLEAR, "The printer is jammed."),
    PRINTER_TONER_OUT("P09", WhoActs.CLEAR, "The printer is out of toner."),
    PRINTER_NOT_READY("P10", WhoActs.CLEAR, "The printer is open or its output is full."),
    SERVER_GONE("C01", WhoActs.RESET, "The server cannot be reached."),
    SERVER_REFUSED("C02", WhoActs.MAINTENANCE, "The server refused the request."),
    SERVER_FAULT("C03", WhoActs.RESET, "The server reports a fault."),
    SERVER_UNPROVEN(
            "C04",
            WhoActs.MAINTENANCE,
            "The server's certificate does not hold here: the clock is wrong, or the certificate."),
    CARD_NOT_ENOUGH("C05", WhoActs.CITIZEN, "The server asks for a card that proves more."),
    CARD_READ_TOO_OLD("C06", WhoActs.CITIZEN, "The card was read too long ago, or at a time that cannot be."),
    SERVER_BUSY("C07", WhoActs.CITIZEN, "More citizens ask than can be served at once."),
    DOCUMENT_SEAL_BAD("D01", WhoActs.MAINTENANCE, "The seal of the document was refused."),
    DOCUMENT_CHANGED("D02", WhoActs.RESET, "The document's hash does not match."),
    DOCUMENT_ALTERED("D03", WhoActs.MAINTENANCE, "The document or its seal was changed after sealing."),
    DOCUMENT_APPENDED("D04", WhoActs.MAINTENANCE, "Something was added to the document after sealing."),
    SEAL_ISSUER_UNKNOWN("D05", WhoActs.MAINTENANCE, "The seal leads to no authority that this terminal trusts."),
    SEAL_EXPIRED("D06", WhoActs.MAINTENANCE, "The certificate of the seal was not valid when it was set."),
    SEAL_MISSING("D07", WhoActs.MAINTENANCE, "The document carries no seal."),
    SEAL_WRONG_USE("D08", WhoActs.MAINTENANCE, "The certificate of the seal is not one for sealing."),
    DOCUMENT_HOLDER_WRONG(
            "D09",
            WhoActs.MAINTENANCE,
            "The sealed document is about somebody else, or does not say about whom; the service is stopped here until staff release it."),
    CERTIFICATES_STOPPED(
            "D10",
            WhoActs.MAINTENANCE,
            "The printing of certificates was stopped on this terminal until staff release it."),
    AGENT_GONE("K01", WhoActs.RESET, "The agent cannot be reached."),
    STORE_FULL("K02", WhoActs.MAINTENANCE, "The terminal cannot store anything."),
    AGENT_REFUSED("K03", WhoActs.MAINTENANCE, "The agent refused to keep it."),
    STORE_DAMAGED("K04", WhoActs.MAINTENANCE, "The terminal's store is damaged or gone."),
    STORE_NEWER("K05", WhoActs.MAINTENANCE, "The terminal's store was written by a newer version."),
    TERMINAL_FAULT("T01", WhoActs.RESET, "The session program failed.");

    private final String code;
    private final WhoActs whoActs;
    private final String english;

    ErrorCode(String code, WhoActs whoActs, String english) {
        this.code = code;
        this.whoActs = whoActs;
        this.english = english;
    }

    /** The short code that the screen shows, for example {@code P01}. */
    public String code() {
        return code;
    }

    public WhoActs whoActs() {
        return whoActs;
    }

    /** What happened, in one English sentence, for logs and staff. */
    public String english() {
        return english;
    }

    /** The entry with this short code. */
    public static Optional<ErrorCode> of(String code) {
        for (ErrorCode entry : values()) {
            if (entry.code.equals(code.toUpperCase(Locale.ROOT))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
