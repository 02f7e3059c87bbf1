package org.yici.bench.chip;

/** What a card does instead of answering as it should. Called on the card's own thread. */
@FunctionalInterface
public interface Whim {
    /** Always answers as it should. */
    Whim NONE = (number, command, answer) -> new Reaction.Answer(answer);

    /**
     * @param number of the command, from 1 on since the card was put in
     * @param answer the right one
     */
    Reaction instead(int number, byte[] command, byte[] answer);
}
