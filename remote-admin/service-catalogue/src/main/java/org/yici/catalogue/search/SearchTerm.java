package org.yici.catalogue.search;

import java.util.List;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.text.Limits;

/**
 * A text by which an item is found.
 *
 * @param text normalized by {@link TextForm#of}
 * @param readings the syllable of each Chinese character in {@code text}, in their order, as the text is read
 */
public record SearchTerm(ItemId item, TermKind kind, String text, List<String> readings) {
    public SearchTerm {
        Limits.text(text, 400, "term");
        readings = Limits.list(readings, 400, "readings");
    }
}
