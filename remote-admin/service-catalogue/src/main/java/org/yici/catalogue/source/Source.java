package org.yici.catalogue.source;

import java.time.LocalDate;
import java.util.Optional;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/**
 * Where facts of a guide were read, and when.
 *
 * @param title of the law, rule or page
 * @param version which text of it, for example 2024年3月10日第二次修订
 * @param place where that text was read: an address, or a collection and a path in it
 */
public record Source(
        Key id, SourceKind kind, String title, Optional<String> version, Optional<String> place, LocalDate readOn) {
    public Source {
        Limits.text(title, 200, "title of source " + id);
        version.ifPresent(text -> Limits.text(text, 200, "version of source " + id));
        place.ifPresent(text -> Limits.text(text, 500, "place of source " + id));
    }
}
