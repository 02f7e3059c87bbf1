package org.yici.catalogue.place;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * One class of items, for example 户籍办理.
 *
 * @param icon names a picture of the reader's own; absent when it has none
 * @param order where it stands among its siblings, 0 to 999; equal ones are ordered by id
 * @param examples a few words that say what is in it, at most four
 */
public record ServiceClass(
        ClassId id,
        Classification classification,
        LocalizedText name,
        Optional<String> icon,
        int order,
        List<LocalizedText> examples) {
    public ServiceClass {
        Limits.range(order, 0, 999, "order of class " + id);
        icon.ifPresent(name1 -> Limits.text(name1, 64, "icon"));
        examples = Limits.list(examples, 4, "examples of class " + id);
    }
}
