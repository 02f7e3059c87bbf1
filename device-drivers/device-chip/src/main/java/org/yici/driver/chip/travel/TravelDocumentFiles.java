package org.yici.driver.chip.travel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one document as they were read. Immutable as long as nobody writes into its arrays. */
record TravelDocumentFiles(byte[] zone, Optional<byte[]> details, Optional<byte[]> securityObject) {
    /** The data groups by number. */
    Map<Integer, byte[]> dataGroups() {
        Map<Integer, byte[]> groups = new TreeMap<>(Map.of(1, zone));
        details.ifPresent(file -> groups.put(11, file));
        return groups;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TravelDocumentFiles that
                && Arrays.equals(zone, that.zone)
                && Arrays.equals(details.orElse(null), that.details.orElse(null))
                && Arrays.equals(securityObject.orElse(null), that.securityObject.orElse(null));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(zone);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "TravelDocumentFiles";
    }
}
