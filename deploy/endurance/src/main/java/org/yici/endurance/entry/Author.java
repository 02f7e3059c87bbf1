package org.yici.endurance.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.contract.sealing.Sealer;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;

/**
 * Writes what citizens' sessions at one terminal would keep: print reports, sealed to the centre, of one to four versions under a key, some
 * of them many records of TLS long, one in a hundred about a copy that does not exist. One thread.
 */
public final class Author {
    private static final int MOST_OPEN = 6;
    private static final int MOST_VERSIONS = 4;
    private static final int LONG_TEXT = 40_000;

    private final String terminal;
    private final Sealer sealer;
    private final RandomGenerator random;
    private final Uuid7 ids;
    private final Time time;
    private final List<Chain> open = new ArrayList<>();
    private int copies;

    /** The versions of one key. */
    private record Chain(UUID key, String copy, boolean strange, int version, int last) {}

    public Author(String terminal, Sealer sealer, RandomGenerator random, Time time) {
        this.terminal = terminal;
        this.sealer = sealer;
        this.random = random;
        this.ids = new Uuid7(time, random);
        this.time = time;
    }

    /** The id of this terminal's copy with this number, from 1. */
    public static String copyId(String terminal, int number) {
        return "sweep-" + terminal + "-" + number;
    }

    /** The next entry: the next version of a key that is not through yet, or the first of a new one. */
    public Offer next() {
        if (open.size() < MOST_OPEN && (open.isEmpty() || random.nextInt(3) == 0)) {
            copies++;
            boolean strange = random.nextInt(100) == 0;
            String copy = strange ? "nobody-" + copies + "-" + terminal : copyId(terminal, copies);
            open.add(new Chain(ids.next(), copy, strange, 1, 1 + random.nextInt(MOST_VERSIONS)));
        }
        int place = random.nextInt(open.size());
        Chain chain = open.get(place);
        if (chain.version() == chain.last()) {
            open.remove(place);
        } else {
            open.set(place, new Chain(chain.key(), chain.copy(), chain.strange(), chain.version() + 1, chain.last()));
        }
        return offer(chain, random.nextInt(20) == 0 ? random.nextInt(LONG_TEXT) : 0);
    }

    /** A key with one version, {@code padding} characters longer than need be. */
    public Offer single(int padding) {
        copies++;
        return offer(new Chain(ids.next(), copyId(terminal, copies), false, 1, 1), padding);
    }

    /** The session that wanted to say more on this key is gone. */
    public void abandon(UUID key) {
        open.removeIf(chain -> chain.key().equals(key));
    }

    /** What a session keeps before it prints: an intent under a key of its own. */
    public PrintIntent intent() {
        UUID key = ids.next();
        Entry remainder = sealer.seal(header(key, 1), "remainder");
        return new PrintIntent(
                key, jobName(key), "document-printer", 1, remainder.box().orElseThrow());
    }

    /** In the form of a copy's id: 16 characters of the key's part that is drawn by chance. */
    private static String jobName(UUID key) {
        String drawn = key.toString().replace("-", "");
        return "yc-" + drawn.substring(drawn.length() - 16);
    }

    /** What became of that print. */
    public Offer outcome(PrintIntent intent) {
        copies++;
        String copy = copyId(terminal, copies);
        Entry report = sealer.seal(header(intent.key(), 1), report(copy, Outcome.DELIVERED, 0));
        SessionMessage message = new SessionMessage.KeepOutcome(intent.key(), Outcome.DELIVERED.name(), report);
        return new Offer(terminal, intent.key(), 1, message, copy, false);
    }

    private Offer offer(Chain chain, int padding) {
        Outcome outcome = chain.version() == chain.last() ? Outcome.DELIVERED : Outcome.UNCERTAIN;
        Entry entry = sealer.seal(header(chain.key(), chain.version()), report(chain.copy(), outcome, padding));
        return new Offer(
                terminal,
                chain.key(),
                chain.version(),
                new SessionMessage.KeepEntry(entry),
                chain.copy(),
                chain.strange());
    }

    private EntryHeader header(UUID key, int version) {
        return new EntryHeader(terminal, key, version, EntryKinds.PRINT_OUTCOME, 1);
    }

    private PrintReport report(String copy, Outcome outcome, int padding) {
        return new PrintReport(
                copy,
                Optional.of("1.2.156.3005.2." + "0".repeat(padding)),
                outcome,
                outcome == Outcome.DELIVERED ? Optional.of("IMPRESSIONS") : Optional.empty(),
                1,
                1,
                Optional.empty(),
                "sweep",
                time.now());
    }
}
