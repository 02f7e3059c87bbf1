package org.yici.catalogue.place;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * A place where citizens are served (办理地点).
 *
 * @param hours its opening hours, as people read them
 * @param directions how to get there
 * @param phones at most four
 */
public record Site(
        SiteId id,
        SiteKind kind,
        RegionCode region,
        LocalizedText name,
        LocalizedText address,
        Optional<LocalizedText> hours,
        Optional<LocalizedText> directions,
        List<Phone> phones) {
    public Site {
        phones = Limits.list(phones, 4, "phones of site " + id);
    }
}
