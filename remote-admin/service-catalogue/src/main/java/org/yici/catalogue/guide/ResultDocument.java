package org.yici.catalogue.guide;

import java.util.Optional;
import org.yici.catalogue.text.LocalizedText;

/**
 * What a citizen gets in the end (结果名称, 结果样本).
 *
 * @param sample what it looks like
 * @param validity how long it is good for
 */
public record ResultDocument(
        LocalizedText name,
        Optional<LocalizedText> description,
        Optional<Attachment> sample,
        Optional<LocalizedText> validity) {}
