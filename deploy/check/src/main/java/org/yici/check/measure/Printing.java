package org.yici.check.measure;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.yici.check.rig.Rig;
import tools.jackson.databind.JsonNode;

/**
 * One citizen's whole way. From the consent to the printer the machine works twice: from «同意» until the certificate is on the screen, and
 * from «打印» until the printer reads the request; between them a person reads, which counts for nothing. Also what the way takes of the
 * processor: the start of the session until it is ready, and its work from the card to its end.
 */
final class Printing {
    private final Rig rig;
    private final Walk walk;
    private final Times preview = new Times();
    private final Times printer = new Times();
    private final Times both = new Times();
    private final Times start = new Times();
    private final Times way = new Times();
    private final Times citizen = new Times();

    Printing(Rig rig, Walk walk) {
        this.rig = rig;
        this.walk = walk;
    }

    void once() throws IOException, InterruptedException {
        walk.bothReady();
        Fate front = Fate.ofFront(rig);
        rig.bench().lay(Walk.PERSON);
        walk.sees(Walk.Step.GREETED);
        walk.touchOn(Walk.Step.GREETED);
        walk.sees(Walk.Step.OFFERS);
        walk.touchOn(Walk.Step.OFFERS);
        walk.sees(Walk.Step.CONSENT);
        long agreed = walk.touchOn(Walk.Step.CONSENT);
        double first = (walk.sees(Walk.Step.PREVIEW) - agreed) / 1e6;
        long asked = walk.touchOn(Walk.Step.PREVIEW);
        walk.sees(Walk.Step.PRINTED);
        double second = (firstByte() - asked) / 1e6;
        preview.add(first);
        printer.add(second);
        both.add(first + second);
        walk.touchOn(Walk.Step.PRINTED);
        walk.leave();
        double used = front.used();
        way.add(used * 1000);
    }

    /** How much a session used before it stood ready; taken when sessions are started. */
    void startCost(double seconds) {
        start.add(seconds * 1000);
        citizen.add(seconds * 1000 + way.median());
    }

    private long firstByte() throws IOException, InterruptedException {
        JsonNode job = rig.bench().state().path("printer").path("job").path("time");
        Instant received = Instant.parse(
                Optional.ofNullable(job.asString(null)).orElseThrow(() -> new IOException("the printer has no job")));
        return System.nanoTime() - Duration.between(received, Instant.now()).toNanos();
    }

    Row row() {
        return new Row(
                "print",
                "consent → first byte at the printer, warm service and session, " + both.count() + " times",
                both + " ms",
                "≤ 400 ms",
                both.at(0.95) <= 400,
                "median / p95 / max: consent → certificate on the screen " + preview + "; print key → printer "
                        + printer,
                Map.of("consentToPreviewMs", preview.all(), "keyToPrinterMs", printer.all(), "bothMs", both.all()));
    }

    Row cost() {
        double seconds = citizen.median() / 1000;
        return new Row(
                "cpu",
                "processor time of a session: its start, and one certificate from card to goodbye",
                "%.2f CPU s".formatted(seconds),
                "≤ 1.5 CPU s a citizen",
                seconds <= 1.5,
                "medians: start until ready %.2f, card to end %.2f"
                        .formatted(start.median() / 1000, way.median() / 1000),
                Map.of("startMs", start.all(), "wayMs", way.all()));
    }
}
