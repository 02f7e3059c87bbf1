package org.yici.catalogue.item;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yici.catalogue.guide.Element;
import org.yici.catalogue.guide.Fee;
import org.yici.catalogue.guide.Fees;
import org.yici.catalogue.guide.Guide;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * One item of the catalogue (事项) with its guide. Identity after GB/T 39046-2020, table 4.
 *
 * @param version rises with each change of its text, from 1
 * @param name its official name, at most 200 characters in each language
 * @param aliases how people call it, at most 24
 * @param pinyin how its Chinese name is read, a syllable for each of its Chinese characters, separated by spaces, without
 *     tones; absent: as the dictionary says
 * @param classes where it stands in the menus, at least one, at most eight
 * @param bundle there when and only when the kind is {@link ItemKind#BUNDLE}
 * @param offers at most 400, no two of one region
 * @param origin absent: written by hand
 */
public record Item(
        ItemId id,
        ItemKind kind,
        ItemStatus status,
        int version,
        ItemCodes codes,
        Optional<ItemType> type,
        LocalizedText name,
        List<LocalizedText> aliases,
        Optional<String> pinyin,
        SortedSet<ClassId> classes,
        DepartmentId department,
        Optional<Bundle> bundle,
        Guide guide,
        List<RegionalOffer> offers,
        Verification verification,
        Optional<Origin> origin) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_ALIAS = 60;

    public Item {
        Limits.range(version, 1, 1_000_000, "version");
        name.byLanguage().values().forEach(text -> Limits.text(text, LONGEST_NAME, "name"));
        aliases = Limits.list(aliases, 24, "aliases");
        aliases.forEach(
                alias -> alias.byLanguage().values().forEach(text -> Limits.text(text, LONGEST_ALIAS, "alias")));
        pinyin.ifPresent(text -> Limits.text(text, 1000, "pinyin"));
        classes = Limits.set(classes, 8, "classes");
        Limits.range(classes.size(), 1, 8, "classes");
        offers = Limits.distinct(offers, RegionalOffer::region, 400, "offers");
        if (bundle.isPresent() != (kind == ItemKind.BUNDLE)) {
            throw new IllegalArgumentException("a bundle, and only a bundle, says what it consists of");
        }
    }

    /** Which of the 22 elements nobody confirmed (未核对), in their order. */
    public Set<Element> unverified() {
        Set<Element> absent = EnumSet.noneOf(Element.class);
        for (Element element : Element.values()) {
            if (element.isOfficial() && !has(element)) {
                absent.add(element);
            }
        }
        return Collections.unmodifiableSet(absent);
    }

    /** Whether {@code element} is there. Hours count when an offer has a site or hours of its own. */
    public boolean has(Element element) {
        return switch (element) {
            case NAME, AUTHORITY -> true;
            case TYPE -> type.isPresent();
            case LEGAL_BASIS -> !guide.legalBasis().isEmpty();
            case STATUTORY_LIMIT -> guide.statutoryLimit().isPresent();
            case PROMISED_LIMIT -> guide.promisedLimit().isPresent();
            case RESULT_NAME -> !guide.results().isEmpty();
            case RESULT_SAMPLE ->
                guide.results().stream().anyMatch(result -> result.sample().isPresent());
            case FEE_STANDARD -> guide.fees().map(Item::hasStandard).orElse(false);
            case FEE_BASIS -> guide.fees().map(Item::hasBasis).orElse(false);
            case MATERIALS -> guide.materials().isPresent();
            case FLOW -> !guide.flow().isEmpty();
            case FORM -> !guide.forms().isEmpty();
            case REVIEW_STANDARD -> guide.reviewStandard().isPresent();
            case SCOPE -> guide.scope().isPresent();
            case APPOINTMENT -> guide.appointment().isPresent();
            case ONLINE_PAYMENT -> guide.onlinePayment().isPresent();
            case DELIVERY -> guide.delivery().isPresent();
            case PLACE -> offers.stream().anyMatch(offer -> !offer.sites().isEmpty());
            case HOURS ->
                offers.stream()
                        .anyMatch(offer ->
                                offer.hours().isPresent() || !offer.sites().isEmpty());
            case ENQUIRY_PHONE ->
                offers.stream().anyMatch(offer -> !offer.enquiryPhones().isEmpty());
            case COMPLAINT_PHONE ->
                offers.stream().anyMatch(offer -> !offer.complaintPhones().isEmpty());
            case CONDITIONS -> !guide.extras().conditions().isEmpty();
            case AUDIENCE -> guide.extras().audience().isPresent();
            case APPEAL -> guide.extras().appeal().isPresent();
        };
    }

    /** The languages in which its name is written. */
    public SortedSet<String> languages() {
        return new TreeSet<>(name.byLanguage().keySet());
    }

    /** A fee whose amount nobody confirmed is no standard. */
    private static boolean hasStandard(Fees fees) {
        return !fees.charged()
                || (!fees.fees().isEmpty()
                        && fees.fees().stream().allMatch(fee -> fee.fen().isPresent()));
    }

    private static boolean hasBasis(Fees fees) {
        return !fees.basis().isEmpty()
                || (!fees.fees().isEmpty()
                        && fees.fees().stream().map(Fee::basis).noneMatch(List::isEmpty));
    }
}
