package org.yici.catalogue.source;

import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/**
 * The place in a source where a fact stands.
 *
 * @param source a {@link Source} of the same guide
 * @param article for example 第六十三条
 */
public record Citation(Key source, String article) {
    public Citation {
        Limits.text(article, 100, "article");
    }
}
