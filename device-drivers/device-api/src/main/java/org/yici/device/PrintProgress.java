package org.yici.device;

/** How far an order has come. */
public sealed interface PrintProgress {
    /** The printer took the job. */
    record Sent(int jobId) implements PrintProgress {}

    /** Sheets that came out so far, as far as the printer tells; 0 if it does not. */
    record Printing(int sheets) implements PrintProgress {}

    /** The printer waits for somebody. */
    record Waiting(DeviceFault fault) implements PrintProgress {}
}
