package org.yici.driver.sdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * At which rate to open the line: the configured one. As long as no reader ever answered, the others are tried in turn as well, for a
 * reader may have been set to one of them before it came here. On the device's thread only.
 */
final class BaudSearch {
    /** Likely ones first. */
    private static final List<Integer> RATES = List.of(115_200, 9_600, 57_600, 38_400, 19_200, 230_400);

    private final List<Integer> round;
    private int at;
    private boolean searching;
    private boolean settled;
    private boolean believed;

    BaudSearch(int configured) {
        round = new ArrayList<>(RATES);
        round.remove((Integer) configured);
        round.add(0, configured);
    }

    /** The rate to open with. */
    int rate() {
        return round.get(at);
    }

    private boolean isConfigured() {
        return at == 0;
    }

    /** Whether {@link #rate} is but a guess, at which a short question is enough. */
    boolean searching() {
        return searching;
    }

    /** A reader talks at {@link #rate}, and that stays so. */
    void settle() {
        searching = false;
        settled = true;
    }

    /** Nobody answered; returns whether there is no other rate to try now, and it is time to wait. */
    boolean silent() {
        if (settled) {
            return true;
        }
        searching = true;
        at = (at + 1) % round.size();
        return isConfigured();
    }

    /** The command that makes a reader that answered at another rate speak the configured one; empty if that cannot be, or was tried. */
    Optional<SdtCommand> change() {
        return isConfigured() || believed ? Optional.empty() : SdtCommand.toSpeak(round.get(0));
    }

    /** The reader said that it speaks the configured one from now on; it is believed once. */
    void changed() {
        believed = true;
        at = 0;
    }
}
