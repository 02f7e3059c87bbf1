package org.yici.catalogue.item;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.place.Phone;
import org.yici.catalogue.place.RegionCode;
import org.yici.catalogue.place.SiteId;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * Who offers an item in a region, where and when: what a county edits itself.
 *
 * @param department who serves there, when it is not the item's department
 * @param hours when this item is served, where that differs from the site's hours
 * @param notes what is different here
 */
public record RegionalOffer(
        RegionCode region,
        Optional<DepartmentId> department,
        List<SiteId> sites,
        Optional<LocalizedText> hours,
        List<Phone> enquiryPhones,
        List<Phone> complaintPhones,
        Optional<LocalizedText> notes) {
    public RegionalOffer {
        sites = Limits.distinct(sites, site -> site, 400, "sites of an offer");
        enquiryPhones = Limits.list(enquiryPhones, 4, "enquiry phones");
        complaintPhones = Limits.list(complaintPhones, 4, "complaint phones");
    }
}
