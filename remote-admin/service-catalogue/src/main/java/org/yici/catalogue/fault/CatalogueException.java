package org.yici.catalogue.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A catalogue cannot be used, or must not be published, because of {@link #faults}. */
public class CatalogueException extends Exception {
    private static final int SHOWN = 5;
    private final transient List<Fault> faults;

    public CatalogueException(List<Fault> faults) {
        super(summary(faults));
        this.faults = List.copyOf(faults);
    }

    public CatalogueException(Fault fault) {
        this(List.of(fault));
    }

    /** All that was found, at least one. */
    public List<Fault> faults() {
        return faults;
    }

    private static String summary(List<Fault> faults) {
        FaultMessages messages = new FaultMessages(Locale.ENGLISH);
        String first = faults.stream().limit(SHOWN).map(messages::line).collect(Collectors.joining("\n"));
        return faults.size() > SHOWN ? first + "\nand " + (faults.size() - SHOWN) + " more" : first;
    }
}
