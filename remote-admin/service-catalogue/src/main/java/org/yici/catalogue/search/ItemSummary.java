package org.yici.catalogue.search;

import java.util.List;
import java.util.SortedSet;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.item.ItemKind;
import org.yici.catalogue.item.ItemStatus;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.place.RegionCode;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * What a list shows of an item, without reading its file.
 *
 * @param kiosk whether it can be asked for at a terminal
 * @param regions where it is offered
 */
public record ItemSummary(
        ItemId id,
        LocalizedText name,
        ItemKind kind,
        ItemStatus status,
        SortedSet<ClassId> classes,
        DepartmentId department,
        TrustLevel trust,
        boolean kiosk,
        List<RegionCode> regions) {
    public ItemSummary {
        classes = Limits.set(classes, 8, "classes");
        regions = Limits.list(regions, 400, "regions");
    }
}
