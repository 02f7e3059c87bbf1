package org.yici.driver.serial;

/**
 * An open serial line. One thread reads and writes; {@link #close} may come from any thread and frees one that is stuck in a read or a
 * write.
 */
public interface SerialLink extends AutoCloseable {
    /** Waits at most about 100 ms for bytes; returns how many came, 0 for silence. */
    int read(byte[] into) throws SerialLinkException;

    /** Writes all of it. */
    void write(byte[] bytes) throws SerialLinkException;

    /** Drops what has come and was not read, and what was written and has not gone out. */
    void drop() throws SerialLinkException;

    /** Idempotent. */
    @Override
    void close();
}
