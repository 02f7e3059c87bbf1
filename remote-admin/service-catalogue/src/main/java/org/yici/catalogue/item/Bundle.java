package org.yici.catalogue.item;

import java.util.List;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/**
 * What a bundle (一件事) consists of. Its content is the same in many places; where and by whom it is done there stands in
 * the item's offers.
 *
 * @param variant names the content: places that share it share the text
 * @param items its parts in their order, two to thirty
 * @param cooperating the departments beside the one in charge
 */
public record Bundle(Key variant, List<ItemId> items, List<DepartmentId> cooperating) {
    public Bundle {
        items = Limits.distinct(items, item -> item, 30, "items of a bundle");
        Limits.range(items.size(), 2, 30, "items of a bundle");
        cooperating = Limits.list(cooperating, 16, "cooperating departments");
    }
}
