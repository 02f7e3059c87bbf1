package org.yici.check.measure;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;

/**
 * From the end of a citizen to the next screen. The end is the moment at which the agent hears {@code ending}, as its log has it to the
 * millisecond. First pixel: points change, and not to the waiting picture: the next window is there. Complete: every resting point
 * shows the idle screen and goes on showing it.
 */
final class HandOver {
    private static final Duration GOODBYE = Duration.ofSeconds(30);
    private static final long AFTER_MS = 700;
    /** Of some 42,000 points. */
    private static final int FEW = 20;

    private static final Pattern LINE =
            Pattern.compile("^(\\S+Z) .*(ends:|is gone \\(ENDING\\)|has the screen; the one before: ENDED)");

    private final Rig rig;
    private final Walk walk;
    private final Path log;
    private final Waiting waiting;

    private final Times first = new Times();
    private final Times complete = new Times();
    private final Times gone = new Times();
    private final Times granted = new Times();
    private final Times blank = new Times();

    HandOver(Rig rig, Walk walk, Waiting waiting) {
        this.rig = rig;
        this.walk = walk;
        this.waiting = waiting;
        this.log = Path.of(rig.ready().terminalRoot(), "var/log/yici/agent.log");
    }

    void once() throws IOException, InterruptedException {
        walk.bothReady();
        rig.bench().lay(Walk.PERSON);
        walk.sees(Walk.Step.GREETED);
        walk.end();
        rig.bench().take();
        long from = Files.size(log);
        long goodbye = walk.sees(Walk.Step.FAREWELL);
        walk.film().cut();
        filmTheEnd(from, goodbye);
        judge(moments(from));
        walk.idleAgain();
    }

    private void filmTheEnd(long from, long goodbye) throws IOException {
        while (!said(from).contains("the one before: ENDED")) {
            for (int i = 0; i < 20; i++) {
                walk.film().look();
            }
            if (System.nanoTime() - goodbye > GOODBYE.toNanos()) {
                throw new Unmet("nobody got the screen within " + GOODBYE + " of the goodbye");
            }
        }
        walk.film().run(AFTER_MS);
    }

    private String said(long from) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            // The log begins anew from time to time.
            channel.position(from <= channel.size() ? from : 0);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Heard ending, socket closed, granted; on the clock of {@link System#nanoTime}. */
    private List<Long> moments(long from) throws IOException {
        long wall = Instant.now().toEpochMilli();
        long nanos = System.nanoTime();
        List<Long> moments = new ArrayList<>();
        for (String line : said(from).split("\n", -1)) {
            Matcher found = LINE.matcher(line);
            if (found.find()) {
                moments.add(nanos - (wall - Instant.parse(found.group(1)).toEpochMilli()) * 1_000_000);
            }
        }
        if (moments.size() != 3) {
            throw new Unmet("the agent's log does not tell one end: " + said(from));
        }
        return moments;
    }

    private void judge(List<Long> moments) {
        Look idle = walk.look(Walk.Step.IDLE);
        Look goodbye = walk.look(Walk.Step.FAREWELL);
        long end = moments.get(0);
        int[] before = walk.film().shots().get(0).points();
        long firstSeen = 0;
        long whole = 0;
        long nobody = 0;
        long nobodySince = 0;
        for (Film.Shot shot : walk.film().shots()) {
            nobody += nobodySince == 0 ? 0 : shot.nanos() - nobodySince;
            nobodySince = waiting.isSeen(shot.points()) ? shot.nanos() : 0;
            if (shot.nanos() < end) {
                before = shot.points();
                continue;
            }
            if (firstSeen == 0 && nobodySince == 0 && goodbye.changed(shot.points(), before) >= FEW) {
                firstSeen = shot.nanos();
            }
            if (!idle.is(shot.points())) {
                whole = 0;
            } else if (whole == 0) {
                whole = shot.nanos();
            }
        }
        if (firstSeen == 0 || whole == 0) {
            throw new Unmet("the next screen was not complete " + AFTER_MS + " ms after it was granted");
        }
        first.add(millis(firstSeen - end));
        complete.add(millis(whole - end));
        gone.add(millis(moments.get(1) - end));
        granted.add(millis(moments.get(2) - end));
        blank.add(millis(nobody));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    Row row(String name, String under) {
        boolean met = first.median() <= 20 && first.max() <= 100 && complete.median() <= 100 && complete.max() <= 500;
        return new Row(
                name,
                "end of a citizen → first pixel · complete next screen, " + under + ", " + first.count() + " times",
                first + " ms · " + complete + " ms",
                "median ≤ 20 · 100, max ≤ 100 · 500 ms",
                met,
                "from the end, median / p95 / max: the former process gone " + gone + ", screen granted " + granted
                        + "; no window there " + blank + " ms",
                Map.of(
                        "firstPixelMs", first.all(),
                        "completeMs", complete.all(),
                        "formerGoneMs", gone.all(),
                        "grantedMs", granted.all(),
                        "noWindowMs", blank.all()));
    }
}
