package org.yici.bench.printer;

/** What some printers cannot do and say so; any number at once, each a switch. */
public enum Lack {
    /** PDF is none of the formats that it takes. */
    PDF("printer-no-pdf"),
    /** It does not say how much it printed in its life. */
    COUNTER("printer-no-counter");

    private final String switchName;

    Lack(String switchName) {
        this.switchName = switchName;
    }

    public String switchName() {
        return switchName;
    }
}
