package org.yici.catalogue.item;

import java.time.Instant;
import java.util.regex.Pattern;
import org.yici.catalogue.text.Limits;

/**
 * The upstream entry that an item was imported from; its central elements are locked.
 *
 * @param system which platform
 * @param upstreamId its id there
 * @param sha256 of the upstream text, kept as evidence; 64 small hexadecimal digits
 */
public record Origin(String system, String upstreamId, String sha256, Instant fetchedAt) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Origin {
        Limits.text(system, 100, "system of the origin");
        Limits.text(upstreamId, 200, "upstream id");
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in small hexadecimal digits");
        }
    }
}
