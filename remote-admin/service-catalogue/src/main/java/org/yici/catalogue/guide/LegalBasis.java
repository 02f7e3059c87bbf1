package org.yici.catalogue.guide;

import java.util.Optional;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * One law that an item rests on (设定依据).
 *
 * @param law its official title
 * @param article for example 第九条
 * @param meaning what it says, in plain words
 * @param read where it was read
 */
public record LegalBasis(LocalizedText law, String article, Optional<LocalizedText> meaning, Optional<Citation> read) {
    public LegalBasis {
        Limits.text(article, 100, "article");
    }
}
