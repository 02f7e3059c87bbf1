package org.yici.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.place.Department;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.place.ServiceClass;
import org.yici.catalogue.place.Site;
import org.yici.catalogue.place.SiteId;
import org.yici.catalogue.text.Limits;

/**
 * A whole catalogue in memory, as editors and publishers handle it. A terminal opens a folder instead and reads an item when
 * it is asked for.
 *
 * @param items ordered by id, at most {@value #MOST_ITEMS}, no two of one id
 */
public record Catalogue(
        CatalogueInfo info,
        List<ServiceClass> classes,
        List<Department> departments,
        List<Site> sites,
        List<Item> items) {
    public static final int MOST_ITEMS = 20_000;

    public Catalogue {
        classes = Limits.distinct(classes, ServiceClass::id, 500, "classes");
        departments = Limits.distinct(departments, Department::id, 2000, "departments");
        sites = Limits.distinct(sites, Site::id, 5000, "sites");
        items = Limits.distinct(
                items.stream().sorted(Comparator.comparing(Item::id)).toList(), Item::id, MOST_ITEMS, "items");
    }

    public Optional<Item> item(ItemId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public Optional<Department> department(DepartmentId id) {
        return departments.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Site> site(SiteId id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    public Optional<ServiceClass> serviceClass(ClassId id) {
        return classes.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
