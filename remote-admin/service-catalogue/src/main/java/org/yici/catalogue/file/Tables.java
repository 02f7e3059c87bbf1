package org.yici.catalogue.file;

import java.util.List;
import org.yici.catalogue.CatalogueInfo;
import org.yici.catalogue.place.Department;
import org.yici.catalogue.place.ServiceClass;
import org.yici.catalogue.place.Site;

/** The files that hold more than one record. */
final class Tables {
    private Tables() {}

    record Classes(List<ServiceClass> classes) {
        Classes {
            classes = List.copyOf(classes);
        }
    }

    record Departments(List<Department> departments) {
        Departments {
            departments = List.copyOf(departments);
        }
    }

    record Sites(List<Site> sites) {
        Sites {
            sites = List.copyOf(sites);
        }
    }

    /** What a folder of sources says of itself; a published one says it in its manifest. */
    record Info(CatalogueInfo info) {}
}
