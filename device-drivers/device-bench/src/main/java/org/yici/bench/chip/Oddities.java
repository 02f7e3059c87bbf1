package org.yici.bench.chip;

import java.util.function.Predicate;

/** What the switches make of the answers of one card, from when it is put in until it is taken. */
final class Oddities implements Whim {
    private static final int FIRST_EMPTY = 4;
    private static final int LAST_WHOLE = 6;
    private static final int FIRST_WRONG = 3;
    private static final int SUCCESS = 0x9000;
    private static final int NO_PRECISE_DIAGNOSIS = 0x6F00;
    private static final long LATE_MILLIS = 200;

    private final Predicate<ChipQuirk> quirks;
    private boolean wasWrong;

    Oddities(Predicate<ChipQuirk> quirks) {
        this.quirks = quirks;
    }

    @Override
    public Reaction instead(int number, byte[] command, byte[] answer) {
        if (quirks.test(ChipQuirk.SLOW)) {
            linger();
        }
        if (quirks.test(ChipQuirk.CARD_MUTE)) {
            return new Reaction.Silence();
        }
        if (quirks.test(ChipQuirk.YANKED) && number > LAST_WHOLE) {
            return new Reaction.Gone();
        }
        if (quirks.test(ChipQuirk.EMPTY_SUCCESS) && number >= FIRST_EMPTY) {
            return Reaction.status(SUCCESS);
        }
        if (quirks.test(ChipQuirk.WRONG_STATUS) && number >= FIRST_WRONG && !wasWrong) {
            wasWrong = true;
            return Reaction.status(NO_PRECISE_DIAGNOSIS);
        }
        if (quirks.test(ChipQuirk.SELECTS_ANYTHING) && isPlainSelect(command) && (answer[0] & 0xF0) != 0x90) {
            return isWithAnswer(answer) ? new Reaction.Answer(answer) : Reaction.status(SUCCESS);
        }
        return new Reaction.Answer(answer);
    }

    private static boolean isPlainSelect(byte[] command) {
        return command.length > 1 && command[0] == 0 && (command[1] & 0xFF) == 0xA4;
    }

    /** Whether data wait to be fetched (61xx). */
    private static boolean isWithAnswer(byte[] answer) {
        return answer[answer.length - 2] == 0x61;
    }

    private static void linger() {
        try {
            Thread.sleep(LATE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
