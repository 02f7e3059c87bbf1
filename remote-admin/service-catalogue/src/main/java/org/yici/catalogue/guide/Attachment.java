package org.yici.catalogue.guide;

import java.util.regex.Pattern;
import org.yici.catalogue.text.Limits;

/**
 * A file that comes with the catalogue, named by its content.
 *
 * @param sha256 64 small hexadecimal digits
 * @param type its ending: {@code png}, {@code jpg} or {@code pdf}
 * @param size in bytes, 1 to {@value #LARGEST}
 */
public record Attachment(String sha256, String type, int size) {
    public static final int LARGEST = 2 << 20;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE = Pattern.compile("png|jpg|pdf");

    public Attachment {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in small hexadecimal digits");
        }
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("an attachment is png, jpg or pdf");
        }
        Limits.range(size, 1, LARGEST, "size of an attachment");
    }
}
