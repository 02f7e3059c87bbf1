package org.yici.catalogue.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.guide.Attachment;
import org.yici.catalogue.guide.Material;
import org.yici.catalogue.guide.ResultDocument;
import org.yici.catalogue.item.Bundle;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.item.ItemKind;
import org.yici.catalogue.item.RegionalOffer;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.place.CreditCode;
import org.yici.catalogue.place.Department;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.place.RegionCode;
import org.yici.catalogue.place.ServiceClass;
import org.yici.catalogue.place.Site;
import org.yici.catalogue.place.SiteId;

/** What a catalogue's records say of each other, and their codes. */
final class ReferenceCheck {
    private final Catalogue catalogue;
    private final Predicate<Attachment> attachments;
    private final Set<DepartmentId> departments;
    private final Set<ClassId> classes;
    private final Set<SiteId> sites;
    private final Map<ItemId, ItemKind> kinds = new HashMap<>();
    private final Map<String, ItemId> byCode = new HashMap<>();
    private final Map<String, ItemId> byName = new HashMap<>();

    ReferenceCheck(Catalogue catalogue, Predicate<Attachment> attachments) {
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.departments =
                catalogue.departments().stream().map(Department::id).collect(Collectors.toCollection(HashSet::new));
        this.classes =
                catalogue.classes().stream().map(ServiceClass::id).collect(Collectors.toCollection(HashSet::new));
        this.sites = catalogue.sites().stream().map(Site::id).collect(Collectors.toCollection(HashSet::new));
        catalogue.items().forEach(item -> kinds.put(item.id(), item.kind()));
    }

    void checkTables(List<Fault> faults) {
        for (Department department : catalogue.departments()) {
            department
                    .creditCode()
                    .filter(code -> !CreditCode.isValid(code))
                    .ifPresent(code -> faults.add(
                            Fault.ofFile(Rule.CREDIT_CODE, "departments." + department.id() + ".creditCode", code)));
        }
        for (Site site : catalogue.sites()) {
            region(site.region())
                    .ifPresent(region -> faults.add(
                            Fault.ofFile(Rule.REGION, "sites." + site.id() + ".region", region, countyCode())));
        }
    }

    void check(Item item, List<Fault> faults) {
        for (String field : item.codes().profile().faults(item.codes())) {
            faults.add(Fault.ofItem(
                    Rule.CODE,
                    item.id(),
                    "codes." + field,
                    item.codes().profile().name()));
        }
        item.codes()
                .taskCode()
                .ifPresent(code -> unique(byCode, code, item, Rule.DUPLICATE_CODE, "codes.taskCode", faults));
        String name = item.department() + " " + item.name().zh();
        unique(byName, name, item, Rule.DUPLICATE_NAME, "name", faults);
        department(item, item.department(), "department", faults);
        item.guide()
                .extras()
                .jointDepartments()
                .forEach(id -> department(item, id, "guide.extras.jointDepartments", faults));
        item.classes().stream()
                .filter(id -> !classes.contains(id))
                .forEach(id -> faults.add(Fault.ofItem(Rule.CLASS, item.id(), "classes", id.toString())));
        item.bundle().ifPresent(bundle -> checkBundle(item, bundle, faults));
        item.offers().forEach(offer -> checkOffer(item, offer, faults));
        attachments(item)
                .filter(attachment -> !attachments.test(attachment))
                .forEach(attachment ->
                        faults.add(Fault.ofItem(Rule.ATTACHMENT, item.id(), "guide", attachment.sha256())));
    }

    private void checkBundle(Item item, Bundle bundle, List<Fault> faults) {
        bundle.items().stream()
                .filter(part -> kinds.getOrDefault(part, ItemKind.BUNDLE) == ItemKind.BUNDLE)
                .forEach(part -> faults.add(Fault.ofItem(Rule.BUNDLE, item.id(), "bundle.items", part.toString())));
        bundle.cooperating().forEach(id -> department(item, id, "bundle.cooperating", faults));
    }

    private void checkOffer(Item item, RegionalOffer offer, List<Fault> faults) {
        String path = "offers." + offer.region();
        region(offer.region())
                .ifPresent(region ->
                        faults.add(Fault.ofItem(Rule.REGION, item.id(), path + ".region", region, countyCode())));
        offer.department().ifPresent(id -> department(item, id, path + ".department", faults));
        offer.sites().stream()
                .filter(site -> !sites.contains(site))
                .forEach(site -> faults.add(Fault.ofItem(Rule.SITE, item.id(), path + ".sites", site.toString())));
    }

    private void department(Item item, DepartmentId id, String path, List<Fault> faults) {
        if (!departments.contains(id)) {
            faults.add(Fault.ofItem(Rule.DEPARTMENT, item.id(), path, id.toString()));
        }
    }

    private static void unique(
            Map<String, ItemId> seen, String key, Item item, Rule rule, String path, List<Fault> faults) {
        ItemId other = seen.putIfAbsent(key, item.id());
        if (other != null) {
            faults.add(Fault.ofItem(rule, item.id(), path, other.toString()));
        }
    }

    private Optional<String> region(RegionCode region) {
        return catalogue.info().region().contains(region) ? Optional.empty() : Optional.of(region.digits());
    }

    private String countyCode() {
        return catalogue.info().region().digits();
    }

    private static Stream<Attachment> attachments(Item item) {
        return Stream.concat(
                item.guide().results().stream().map(ResultDocument::sample).flatMap(Optional::stream),
                item.guide().allMaterials().stream().map(Material::blankForm).flatMap(Optional::stream));
    }
}
