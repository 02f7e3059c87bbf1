package org.yici.bench.chip;

/** What runs in a chip card, from the moment it is put into a reader until it is taken. One thread at a time. */
public interface CardProgram {
    /** The answer to reset. */
    byte[] atr();

    /** Power came or went, or the card was reset: it begins from the start. */
    void reset();

    /** The answer to a command, its status word included. */
    byte[] answer(byte[] command);
}
