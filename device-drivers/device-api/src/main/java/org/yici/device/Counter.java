package org.yici.device;

/** What devices count; {@link #word} is how the centre reads it. */
public enum Counter {
    /** Cards or codes that were read. */
    READS("reads"),
    /** Reads that gave nothing usable, and orders that did not come out whole. */
    FAILURES("failures"),
    /** Sheets of which there is evidence that they came out. */
    PAGES("pages"),
    /** How often the device was lost after it had worked. */
    LOSSES("losses");

    private final String word;

    Counter(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
