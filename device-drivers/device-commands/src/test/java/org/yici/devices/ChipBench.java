package org.yici.devices;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.ChipQuirk;
import org.yici.bench.chip.PcscLibrary;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;

/** The bench's chip-card reader, always in the one place where this program's PC/SC library looks for it; so no command finds the machine's own. */
final class ChipBench implements AfterEachCallback, AutoCloseable {
    private final ChipFarEnd farEnd;

    /** With its reader plugged and its service running. */
    ChipBench() throws IOException {
        farEnd = PcscLibrary.farEnd();
        farEnd.plug();
        farEnd.startService();
    }

    /** As an extension of a class of tests, tidied up after each. */
    static ChipBench forAll() {
        try {
            return new ChipBench();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Person person(String id) {
        return People.builtIn().find(id).orElseThrow();
    }

    ChipFarEnd farEnd() {
        return farEnd;
    }

    /** The social-security card of one of the bench's people. */
    void insert(String person, ChipQuirk... quirks) throws IOException {
        insert(ChipCard.socialSecurity(person(person)), quirks);
    }

    /** Returns when the service sees it. */
    void insert(ChipCard card, ChipQuirk... quirks) throws IOException {
        Arrays.stream(quirks).forEach(quirk -> farEnd.set(quirk, true));
        farEnd.insert(card);
        await().atMost(Duration.ofSeconds(10)).until(farEnd::isCardSeen);
    }

    /** As it was in the beginning. */
    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Arrays.stream(ChipQuirk.values()).forEach(quirk -> farEnd.set(quirk, false));
        farEnd.take();
        farEnd.plug();
        farEnd.startService();
        await().atMost(Duration.ofSeconds(10)).until(() -> !farEnd.isCardSeen());
    }

    @Override
    public void close() throws IOException {
        farEnd.close();
    }
}
