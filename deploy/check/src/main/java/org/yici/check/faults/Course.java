package org.yici.check.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yici.check.rig.Glass;
import org.yici.check.rig.Journey;
import org.yici.check.rig.Journey.State;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Sight;

/** What happens in one cell: the citizen's journey, what was broken, what was seen of it, and what must be in the books afterwards. */
final class Course {
    /** Programs look at the file at most once a second. */
    private static final Duration CLOCK_IS_READ = Duration.ofSeconds(2);

    private final Rig rig;
    private final Pictures pictures;
    private final Journey journey;
    private final List<String> broken = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> copies = new ArrayList<>();
    private int greeted;
    private boolean clockIsSet;

    Course(Rig rig, Pictures pictures) {
        this.rig = rig;
        this.pictures = pictures;
        this.journey = new Journey(rig);
    }

    Rig rig() {
        return rig;
    }

    Journey journey() {
        return journey;
    }

    /** Brings the citizen's journey to this moment. */
    Course to(State state) throws IOException, InterruptedException {
        if (journey.at() == State.IDLE && state != State.IDLE) {
            greeted++;
        }
        journey.to(state);
        return this;
    }

    /** Turns a switch of the bench on; it is off again when the cell ends. */
    Course breaks(String name) throws IOException, InterruptedException {
        broken.add(name);
        rig.bench().turn(name, true);
        return this;
    }

    Course mends(String name) throws IOException, InterruptedException {
        broken.remove(name);
        rig.bench().turn(name, false);
        if (name.startsWith("reader")) {
            rig.pad().begins();
        }
        return this;
    }

    /** Kills a program and keeps it away. */
    Course holds(String program) throws IOException {
        held.add(program);
        rig.keeper().hold(program);
        return this;
    }

    Course releases(String program) throws IOException {
        held.remove(program);
        rig.keeper().release(program);
        return this;
    }

    /** The sentences that must be on the screen at once, soon; they stand in the table as they are here. */
    Course says(String... sentences) throws IOException, InterruptedException {
        return saysWithin(Glass.PATIENCE, sentences);
    }

    Course saysWithin(Duration within, String... sentences) throws IOException, InterruptedException {
        Sight sight = rig.glass().sees(within, sentences);
        seen.add(String.join(" / ", sentences));
        pictures.take(rig.bench().screen(), sight.all());
        return this;
    }

    /** Waits until a sentence is not on the screen any more. */
    Course hides(String sentence) throws IOException, InterruptedException {
        rig.glass().looks(sight -> !sight.all().contains(sentence), "no " + sentence, Glass.PATIENCE);
        return this;
    }

    /** Something that is no sentence of a session. */
    Course saw(String what) {
        seen.add(what);
        return this;
    }

    Course touches(String button) throws IOException, InterruptedException {
        rig.glass().touches(button);
        return this;
    }

    /** The citizen has had enough, takes card and paper, and then this is on the screen. */
    Course leaves(String button, String... after) throws IOException, InterruptedException {
        touches(button);
        says("感谢使用，再见");
        journey.awayTo(after);
        seen.add(String.join(" / ", after));
        return this;
    }

    /** To be in the books when the cell is over: a copy issued in it, with this outcome; {@code -} for none. */
    Course copy(String outcome) {
        copies.add(outcome);
        return this;
    }

    /** Goes on to the paper in the tray, and away. */
    Course getsThePaper(String... after) throws IOException, InterruptedException {
        to(State.PRINTED).says("打印完成", "请取走 1 张纸");
        to(State.FAREWELL);
        journey.awayTo(after);
        seen.add(String.join(" / ", after));
        return copy("DELIVERED");
    }

    /** Sets the clock of agent and sessions, as {@code faketime} understands it; it is right again when the cell ends. */
    Course clock(String time) throws IOException, InterruptedException {
        Path file = Path.of(rig.ready().clock());
        Path fresh = Path.of(file + ".new");
        Files.writeString(fresh, time + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        clockIsSet = true;
        long since = System.nanoTime();
        Rig.until(() -> System.nanoTime() - since > CLOCK_IS_READ.toNanos(), Glass.PATIENCE, () -> "time stands still");
        return this;
    }

    /** Mends whatever is still broken. */
    void mendAll() throws IOException, InterruptedException {
        if (clockIsSet) {
            clock("+0");
        }
        journey.letGo();
        for (String name : List.copyOf(broken)) {
            mends(name);
        }
        for (String program : List.copyOf(held)) {
            releases(program);
        }
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    List<String> copies() {
        return List.copyOf(copies);
    }

    int greeted() {
        return greeted;
    }
}
