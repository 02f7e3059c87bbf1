package org.yici.journey.certificate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yici.device.DocumentPrinter;
import org.yici.journey.front.Front;
import org.yici.journey.port.Centre;
import org.yici.journey.port.Documents;
import org.yici.journey.port.Keeper;
import org.yici.journey.port.Loop;
import org.yici.journey.visit.Exit;
import org.yici.journey.visit.Visitor;

/** Where certificates are printed: serves a visitor, and remembers for the session's life, which is one visitor's, which copies
 * were ordered and which were only looked at. */
public final class CertificateDesk {
    private final Loop loop;
    private final Front front;
    private final Centre centre;
    private final Documents documents;
    private final Keeper keeper;
    private final PrintReports reports;
    private final Supplier<UUID> keys;
    private final Set<String> ordered = new HashSet<>();
    private final Map<String, UUID> unprinted = new HashMap<>();

    /** @param keys fresh UUIDs of version 7, not to be guessed */
    public CertificateDesk(
            Loop loop,
            Front front,
            Centre centre,
            Documents documents,
            Keeper keeper,
            PrintReports reports,
            Supplier<UUID> keys) {
        this.loop = loop;
        this.front = front;
        this.centre = centre;
        this.documents = documents;
        this.keeper = keeper;
        this.reports = reports;
        this.keys = keys;
    }

    /** Begins with what this visitor can have; ends at {@code exit}. */
    public void serve(Visitor visitor, DocumentPrinter printer, Exit exit) {
        TroubleScene troubles = new TroubleScene(front, keeper, exit);
        LedgeredPrint prints =
                new LedgeredPrint(loop, front, documents, keeper, reports, keys, printer, ordered, troubles, exit);
        new CertificateJourney(
                        front, centre, documents, keeper, keys, unprinted, visitor, printer, prints, troubles, exit)
                .begin();
    }
}
