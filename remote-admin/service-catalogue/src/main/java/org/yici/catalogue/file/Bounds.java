package org.yici.catalogue.file;

/** How large the files of a catalogue can be, in bytes. A file beyond its bound is not read. */
public final class Bounds {
    /** An item with sixty materials and thirty questions stays far below. */
    public static final int ITEM = 256 << 10;
    /** Classes, departments, sites, a segment of the index. */
    public static final int TABLE = 8 << 20;
    /** The manifest, with {@link #FILES} entries of about 160 bytes. */
    public static final int MANIFEST = 6 << 20;
    /** All files together. */
    public static final long ALL = 1L << 30;
    /** How many files a manifest lists. */
    public static final int FILES = 32_000;
    /** How deep JSON is nested. */
    static final int DEPTH = 24;
    /** The longest text in JSON, in UTF-16 units. */
    static final int TEXT = 8000;

    private Bounds() {}
}
