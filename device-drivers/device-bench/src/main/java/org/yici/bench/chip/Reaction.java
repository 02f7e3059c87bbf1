package org.yici.bench.chip;

/** What comes of a command to a card. */
public sealed interface Reaction {
    /** The card answers. */
    record Answer(byte[] bytes) implements Reaction {
        public Answer {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The card keeps the command; nothing comes back for as long as it is in the reader. */
    record Silence() implements Reaction {}

    /** The card is pulled before it answers. */
    record Gone() implements Reaction {}

    /** A status word and nothing else. */
    static Reaction status(int status) {
        return new Answer(new byte[] {(byte) (status >> 8), (byte) status});
    }
}
