package org.yici.catalogue.file;

import java.util.regex.Pattern;
import org.yici.catalogue.text.Limits;

/**
 * One file of a catalogue.
 *
 * @param path relative to the folder, with slashes
 * @param size in bytes
 * @param sha256 64 small hexadecimal digits
 */
public record FileEntry(String path, int size, String sha256) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public FileEntry {
        Limits.text(path, 200, "path");
        Limits.range(size, 0, Integer.MAX_VALUE, "size");
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in small hexadecimal digits");
        }
    }

    public static FileEntry of(String path, byte[] content) {
        return new FileEntry(path, content.length, Sha256.of(content));
    }
}
