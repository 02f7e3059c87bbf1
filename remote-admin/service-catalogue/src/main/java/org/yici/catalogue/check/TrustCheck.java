package org.yici.catalogue.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.RegionalOffer;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.item.Verification;
import org.yici.catalogue.place.Department;
import org.yici.catalogue.place.Phone;
import org.yici.catalogue.place.Site;
import org.yici.catalogue.source.Source;
import org.yici.catalogue.text.LocalizedText;

/** Who stands behind what is said, and that invented things can be told. */
final class TrustCheck {
    /** Days are China's: an item holds until midnight there. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String MARK = "示范";
    private final Catalogue catalogue;
    private final Instant at;
    private final LocalDate day;

    TrustCheck(Catalogue catalogue, Instant at) {
        this.catalogue = catalogue;
        this.at = at;
        this.day = LocalDate.ofInstant(at, CHINA);
    }

    void checkCatalogue(List<Fault> faults) {
        TrustLevel least = catalogue.items().stream()
                .map(item -> item.verification().level())
                .min(Comparator.naturalOrder())
                .orElse(catalogue.info().trust());
        TrustLevel said = catalogue.info().trust();
        if (said.compareTo(least) > 0) {
            faults.add(Fault.ofFile(Rule.TRUST, "info.trust", said.name(), least.name()));
        }
        if (said != TrustLevel.DEMO) {
            return;
        }
        mark(catalogue.info().county(), "info.county", faults);
        for (Department department : catalogue.departments()) {
            mark(department.name(), "departments." + department.id() + ".name", faults);
            phones(department.phone().stream(), "departments." + department.id() + ".phone", faults);
        }
        for (Site site : catalogue.sites()) {
            mark(site.name(), "sites." + site.id() + ".name", faults);
            phones(site.phones().stream(), "sites." + site.id() + ".phones", faults);
        }
    }

    void check(Item item, List<Fault> faults) {
        Verification verification = item.verification();
        boolean named = verification.verifiedBy().isPresent()
                && verification.verifiedAt().isPresent();
        if (verification.level() != TrustLevel.DEMO && !named) {
            faults.add(Fault.ofItem(Rule.VERIFIED, item.id(), "verification"));
        }
        if (verification.level() == TrustLevel.DEMO) {
            item.offers().forEach(offer -> checkPhones(item, offer, faults));
        }
        checkDates(item, faults);
    }

    private void checkDates(Item item, List<Fault> faults) {
        Verification verification = item.verification();
        if (verification.changedAt().isAfter(at)) {
            faults.add(dates(item, "verification.changedAt", verification.changedAt(), at));
        }
        verification
                .verifiedAt()
                .filter(date -> date.isAfter(day))
                .ifPresent(date -> faults.add(dates(item, "verification.verifiedAt", date, day)));
        verification.validUntil().ifPresent(end -> verification
                .validFrom()
                .filter(begin -> begin.isAfter(end))
                .ifPresent(begin -> faults.add(dates(item, "verification.validFrom", begin, end))));
        for (Source source : item.guide().sources()) {
            if (source.readOn().isAfter(day)) {
                faults.add(dates(item, "guide.sources." + source.id() + ".readOn", source.readOn(), day));
            }
        }
    }

    private static Fault dates(Item item, String path, Object late, Object bound) {
        return Fault.ofItem(Rule.DATES, item.id(), path, late.toString(), bound.toString());
    }

    private static void checkPhones(Item item, RegionalOffer offer, List<Fault> faults) {
        Stream.concat(offer.enquiryPhones().stream(), offer.complaintPhones().stream())
                .filter(phone -> !phone.isNobodys())
                .forEach(phone -> faults.add(
                        Fault.ofItem(Rule.DEMO_PHONE, item.id(), "offers." + offer.region(), phone.number())));
    }

    private static void phones(Stream<Phone> phones, String path, List<Fault> faults) {
        phones.filter(phone -> !phone.isNobodys())
                .forEach(phone -> faults.add(Fault.ofFile(Rule.DEMO_PHONE, path, phone.number())));
    }

    private static void mark(LocalizedText name, String path, List<Fault> faults) {
        if (!name.zh().contains(MARK)) {
            faults.add(Fault.ofFile(Rule.DEMO_MARK, path));
        }
    }
}
