package org.yici.contract.message;

/**
 * The place of a message in a terminal's life: the last writer wins by (connection, sequence).
 *
 * @param connection rises with each connection: max(stored + 1, start time in milliseconds)
 * @param sequence rises with each message of one connection, from 0, the birth
 */
public record Stamp(long connection, long sequence) implements Comparable<Stamp> {
    public Stamp {
        if (connection < 0 || sequence < 0) {
            throw new IllegalArgumentException("connection and sequence are not negative");
        }
    }

    @Override
    public int compareTo(Stamp other) {
        int byConnection = Long.compare(connection, other.connection);
        return byConnection != 0 ? byConnection : Long.compare(sequence, other.sequence);
    }
}
