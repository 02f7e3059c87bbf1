package org.yici.bench.printer;

/** What the printer does, RFC 8011 5.4.11; {@code code} is the number on the wire. */
public enum PrinterState {
    IDLE(3),
    PROCESSING(4),
    STOPPED(5);

    private final int code;

    PrinterState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
