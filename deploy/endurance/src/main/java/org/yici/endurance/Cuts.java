package org.yici.endurance;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yici.contract.Json;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Stamp;
import org.yici.endurance.entry.Offer;
import org.yici.endurance.entry.SessionClient.Answer;
import org.yici.endurance.program.Wait;
import org.yici.endurance.wire.CommitAim;
import org.yici.endurance.wire.Hold;
import org.yici.endurance.wire.TlsAim.Passed;
import org.yici.ipc.SessionMessage;

/**
 * Cuts at exact points, one after the other, at whichever terminal has recovered from its last one. A cut counts only if it is known to have
 * hit: at the moment itself, and afterwards by how often the service got the entry. One that missed is made again.
 */
final class Cuts {
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final Duration REACHED = Duration.ofSeconds(20);
    private static final int MOST_TRIES = 3;
    private static final int LONG_ENTRY = 40_000;

    private final World world;
    private final Journal journal;
    private final Random random;
    private final Map<Station, Cut> open = new HashMap<>();
    private int next;

    /** One cut that was made, to be judged when its terminal has recovered. */
    private record Cut(Point point, Way way, Offer offer, boolean good, long madeNanos) {
        String name() {
            return CommitAim.name(offer.key(), offer.version());
        }
    }

    private record Plan(Point point, Way way) {}

    Cuts(World world, Journal journal, Random random) {
        this.world = world;
        this.journal = journal;
        this.random = random;
    }

    /** Sends one entry undisturbed and looks whether packets can be told by their records at all. */
    void calibrate() throws Unkept, InterruptedException {
        Station station = readyStation();
        Offer offer = station.author().single(0);
        station.aim().note();
        enter(station, offer);
        if (!Wait.until(RECOVERY, station::isReady)) {
            throw new Unkept("the first entry did not arrive");
        }
        List<Passed> passed = station.aim().passed().stream()
                .filter(record -> !Packets.isPing(record))
                .toList();
        journal.figure("records of one entry (up, content in bytes)", passed);
        boolean known = Packets.areKnown(passed, size(offer));
        if (!known) {
            throw new Unkept("packets cannot be told by their TLS records, so that nothing can be aimed at: " + passed);
        }
    }

    /** Makes {@code each} cuts at each point that hit. */
    void run(int each) throws Unkept, InterruptedException, IOException, SQLException {
        List<Plan> plans = new ArrayList<>();
        for (Point point : Point.values()) {
            Way.plan(point, each, random).forEach(way -> plans.add(new Plan(point, way)));
        }
        Collections.shuffle(plans, random);
        Deque<Plan> ahead = new ArrayDeque<>(plans);
        int most = MOST_TRIES * plans.size();
        int done = 0;
        while (!ahead.isEmpty() || !open.isEmpty()) {
            if (ahead.isEmpty()) {
                for (Station station : List.copyOf(open.keySet())) {
                    awaitReady(List.of(station));
                    judge(station, ahead);
                }
                continue;
            }
            Station station = readyStation();
            judge(station, ahead);
            if (!ahead.isEmpty()) {
                if (++done > most) {
                    throw new Unkept("too many cuts missed: " + ahead);
                }
                Plan plan = ahead.removeFirst();
                open.put(station, cut(station, plan));
                if (done % 25 == 0) {
                    journal.say(done + " cuts of " + plans.size());
                }
            }
        }
    }

    private Station readyStation() throws Unkept, InterruptedException {
        if (!Wait.until(RECOVERY, world.centre()::isReady)) {
            throw new Unkept("the service did not come back within " + RECOVERY + " after " + describe());
        }
        return awaitReady(world.stations());
    }

    private Station awaitReady(List<Station> candidates) throws Unkept, InterruptedException {
        List<Station> ready = new ArrayList<>();
        boolean found = Wait.until(RECOVERY, () -> {
            for (int i = 0; i < candidates.size() && ready.isEmpty(); i++) {
                Station station = candidates.get((next + i) % candidates.size());
                if (station.isReady()) {
                    ready.add(station);
                }
            }
            return !ready.isEmpty();
        });
        if (!found) {
            throw new Unkept("no terminal came back within " + RECOVERY + " after " + describe());
        }
        next++;
        return ready.get(0);
    }

    private String describe() {
        List<String> cuts = new ArrayList<>();
        open.forEach((station, cut) ->
                cuts.add(station.terminal().id() + " " + cut.point() + " " + cut.way() + " of " + cut.name()));
        return cuts.toString();
    }

    private void judge(Station station, Deque<Plan> ahead) throws SQLException {
        Cut cut = open.remove(station);
        if (cut == null) {
            return;
        }
        int attempts = world.commits().attempts(cut.name());
        boolean again = attempts >= (cut.point() == Point.IN_PUBLISH ? 1 : 2);
        boolean there = world.rows().has(cut.offer().key(), cut.offer().version());
        boolean hit = cut.good() && again && there;
        journal.count((hit ? "hit " : "missed ") + cut.point() + " " + cut.way());
        journal.note(
                (hit ? "hit " : "missed ") + cut.point() + " " + cut.way() + " " + cut.name() + ": filed " + attempts
                        + " times, aim " + cut.good() + ", ready again after "
                        + (System.nanoTime() - cut.madeNanos()) / 1_000_000 + " ms");
        if (!hit) {
            ahead.addLast(new Plan(cut.point(), cut.way()));
        }
    }

    private Cut cut(Station station, Plan plan) throws InterruptedException, IOException, Unkept, SQLException {
        journal.note("cut " + plan.point() + " " + plan.way() + " at "
                + station.terminal().id());
        return plan.point() == Point.IN_PUBLISH
                ? cutInPublish(station, plan.way())
                : cutBeforeRecorded(station, plan.point(), plan.way());
    }

    private Cut cutInPublish(Station station, Way way) throws InterruptedException, IOException, Unkept {
        Offer offer = station.author().single(random.nextInt(4) == 0 ? random.nextInt(LONG_ENTRY) : 0);
        // The packet is longer than its payload, so that each of these places is inside it.
        Hold hold = station.aim().stopInside(Packets.LEAST_ENTRY, 1 + random.nextInt(size(offer)));
        enter(station, offer);
        boolean reached = hold.awaitReached(REACHED);
        station.aim().disarm();
        boolean unheard = world.commits().attempts(CommitAim.name(offer.key(), offer.version())) == 0;
        boolean good = reached && station.aim().stoppedInside() && unheard;
        // The rest of the PUBLISH never arrives; a silent line swallows it and stays.
        strike(station, way, hold, way == Way.LINE_SILENT);
        return new Cut(Point.IN_PUBLISH, way, offer, good, System.nanoTime());
    }

    private Cut cutBeforeRecorded(Station station, Point point, Way way)
            throws InterruptedException, IOException, Unkept, SQLException {
        Offer offer = station.author().single(0);
        CommitAim.Point place =
                point == Point.AFTER_COMMIT ? CommitAim.Point.AFTER_COMMIT : CommitAim.Point.BEFORE_COMMIT;
        Hold hold = world.commits().stopAt(CommitAim.name(offer.key(), offer.version()), place);
        station.aim().note();
        enter(station, offer);
        boolean reached = hold.awaitReached(REACHED);
        world.commits().disarm();
        boolean acknowledged =
                Wait.until(REACHED, () -> station.aim().passed().stream().anyMatch(Packets::isPubAck));
        boolean committed = world.rows().has(offer.key(), offer.version());
        boolean unrecorded = station.aim().passed().stream().noneMatch(Packets::isMessage);
        boolean good = reached && acknowledged && unrecorded && committed == (point == Point.AFTER_COMMIT);
        strike(station, way, hold, way != Way.SERVICE_KILLED && way != Way.DATABASE_STOPPED);
        return new Cut(point, way, offer, good, System.nanoTime());
    }

    /** Cuts, and then lets what was held go on, or ends its connection. */
    private void strike(Station station, Way way, Hold hold, boolean goesOn) throws InterruptedException, IOException {
        switch (way) {
            case LINE_RESET -> station.wire().reset();
            case LINE_CLOSED -> station.wire().hangUp();
            case LINE_SILENT -> station.wire().silence();
            case AGENT_KILLED -> station.killAgent();
            case SERVICE_KILLED -> world.centre().program().kill();
            case BROKER_KILLED -> world.broker().kill();
            case DATABASE_STOPPED -> world.database().stopAtOnce();
        }
        if (goesOn) {
            hold.pass();
        } else {
            hold.drop();
        }
        switch (way) {
            case AGENT_KILLED -> station.startAgent();
            case SERVICE_KILLED -> world.centre().program().start();
            case BROKER_KILLED -> world.broker().start();
            case DATABASE_STOPPED -> world.database().start();
            default -> {}
        }
    }

    private void enter(Station station, Offer offer) throws InterruptedException, Unkept {
        if (station.enter(offer) != Answer.KEPT) {
            throw new Unkept("an agent at rest did not keep " + offer.id());
        }
    }

    /** Bytes of the PUBLISH's payload, at least. */
    private static int size(Offer offer) {
        SessionMessage.KeepEntry message = (SessionMessage.KeepEntry) offer.message();
        return Json.write(new EntryMessage(1, new Stamp(0, 0), message.entry())).length;
    }
}
