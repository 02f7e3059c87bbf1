package org.yici.devices;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.yici.base.Masking;
import picocli.CommandLine.Option;

/** Whether personal data is told as it is; what can be told of it otherwise. */
final class Reveal {
    private static final int SHOWN_OF_AN_ADDRESS = 3;

    /** Numbers of citizens and of foreign residents have 15 or 18 characters; those of documents and cards fewer. */
    private static final int SHORTEST_OF_A_PERSON = 15;

    private static final int SHOWN_OF_A_DOCUMENT = 2;
    private static final Pattern WORD = Pattern.compile("(\\S)(\\S*)");

    @Option(names = "--reveal", description = "tell personal data as it is; masked otherwise")
    private boolean all;

    Reveal(boolean all) {
        this.all = all;
    }

    /** Says what follows, if anything is revealed. */
    void warn(Lines lines) {
        if (all) {
            lines.words().println("Personal data of the card's holder follows. Show it to nobody, and do not keep it.");
        }
    }

    /** A whole name. */
    String name(String name) {
        return all ? name : Masking.name(name);
    }

    /** Names in Latin letters, of which each keeps its first letter. */
    String initials(String names) {
        return all
                ? names
                : WORD.matcher(names)
                        .replaceAll(
                                word -> word.group(1) + "*".repeat(word.group(2).length()));
    }

    /** The number of a person, a document or a card. */
    String number(String number) {
        if (all) {
            return number;
        }
        if (number.length() >= SHORTEST_OF_A_PERSON) {
            return Masking.number(number);
        }
        int hidden =
                number.length() > 2 * SHOWN_OF_A_DOCUMENT ? number.length() - SHOWN_OF_A_DOCUMENT : number.length();
        return "*".repeat(hidden) + number.substring(hidden);
    }

    String birth(LocalDate birth) {
        return all ? birth.toString() : birth.getYear() + "-**-**";
    }

    String address(String address) {
        int shown = Math.min(SHOWN_OF_AN_ADDRESS, address.length());
        return all ? address : address.substring(0, shown) + "*".repeat(address.length() - shown);
    }
}
