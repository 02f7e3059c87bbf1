package org.yici.bench.chip;

import java.util.Optional;

/**
 * What was said between a card and whoever reads it, since it was put in.
 *
 * @param commands how many came
 * @param answers how many went back
 * @param resets how often it was reset
 * @param status the status word of the last answer, four hexadecimal digits
 * @param silent whether the last command was kept
 */
public record CardTalk(int commands, int answers, int resets, Optional<String> status, boolean silent) {
    static final CardTalk NONE = new CardTalk(0, 0, 0, Optional.empty(), false);

    CardTalk withCommand() {
        return new CardTalk(commands + 1, answers, resets, status, silent);
    }

    CardTalk withReset() {
        return new CardTalk(commands, answers, resets + 1, status, silent);
    }

    CardTalk with(Reaction reaction) {
        if (reaction instanceof Reaction.Answer answer) {
            return new CardTalk(commands, answers + 1, resets, Optional.of(status(answer.bytes())), false);
        }
        return new CardTalk(commands, answers, resets, status, reaction instanceof Reaction.Silence);
    }

    private static String status(byte[] answer) {
        int last = answer.length - 2;
        return "%02X%02X".formatted(answer[last], answer[last + 1]);
    }
}
