package org.yici.catalogue.guide;

import java.util.Optional;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * A time within which a case is done.
 *
 * @param value 1 to 1000, or 0 with {@link TimeUnit#ON_THE_SPOT}
 * @param note from when it counts, and when it can be longer
 */
public record TimeLimit(int value, TimeUnit unit, Optional<LocalizedText> note) {
    public TimeLimit {
        int least = unit == TimeUnit.ON_THE_SPOT ? 0 : 1;
        Limits.range(value, least, unit == TimeUnit.ON_THE_SPOT ? 0 : 1000, "time limit");
    }
}
