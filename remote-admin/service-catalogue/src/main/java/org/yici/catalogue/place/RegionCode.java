package org.yici.catalogue.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A region (行政区划代码, GB/T 2260 and GB/T 10114): 6, 9 or 12 digits, for county, town and village. */
public record RegionCode(@JsonValue String digits) {
    private static final Pattern FORM = Pattern.compile("\\d{6}(\\d{3}(\\d{3})?)?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegionCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a region code has 6, 9 or 12 digits");
        }
    }

    /** Whether {@code inner} is this region or lies in it; trailing zeroes of nine or twelve digits stand for the whole. */
    public boolean contains(RegionCode inner) {
        return inner.digits.startsWith(stem());
    }

    private String stem() {
        String stem = digits;
        while (stem.length() > 6 && stem.endsWith("000")) {
            stem = stem.substring(0, stem.length() - 3);
        }
        return stem;
    }

    @Override
    public String toString() {
        return digits;
    }
}
