package org.yici.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.yici.endurance.copy.CopyAsker;
import org.yici.endurance.program.KeptProgram;
import org.yici.endurance.wire.Weather;
import org.yici.endurance.wire.Wire;

/** Faults at instants of chance, one into the other, while all terminals enter; after each spell of them everything must come home. */
final class Storm {
    private static final int SPELL = 10;
    private static final int LONGEST_PAUSE = 60;
    private static final int LONGEST_PAUSE_OF_ASKER = 1_000;
    private static final int IN_A_HUNDRED_PRINTS = 10;

    private final World world;
    private final Journal journal;
    private final Calm calm;
    private final CopyAsker asker;
    private final Random random;
    private volatile boolean raining;

    Storm(World world, Journal journal, Calm calm, CopyAsker asker, Random random) {
        this.world = world;
        this.journal = journal;
        this.calm = calm;
        this.asker = asker;
        this.random = random;
    }

    void run(int rounds) throws Unkept, InterruptedException {
        List<Fault> plan = Fault.plan(rounds, world.stations().size(), random);
        for (int from = 0; from < plan.size(); from += SPELL) {
            int to = Math.min(plan.size(), from + SPELL);
            spell(plan.subList(from, to));
            calm.settle("the faults up to " + to);
            journal.say(to + " faults of " + plan.size() + ", "
                    + world.ledger().kept().size() + " entries kept");
        }
    }

    private void spell(List<Fault> faults) throws Unkept, InterruptedException {
        ExecutorService people = Executors.newCachedThreadPool();
        ExecutorService ends = Executors.newCachedThreadPool();
        try {
            raining = true;
            List<Future<?>> entering = new ArrayList<>();
            for (Station station : world.stations()) {
                Random own = new Random(random.nextLong());
                entering.add(people.submit(() -> {
                    enter(station, own);
                    return null;
                }));
            }
            Random askers = new Random(random.nextLong());
            entering.add(people.submit(() -> {
                ask(askers);
                return null;
            }));
            List<Future<?>> ending = new ArrayList<>();
            for (Fault fault : faults) {
                TimeUnit.MILLISECONDS.sleep(fault.pauseMillis());
                journal.note(fault.toString());
                journal.count("fault " + fault.kind());
                ending.add(ends.submit(() -> {
                    happen(fault);
                    return null;
                }));
            }
            for (Future<?> end : ending) {
                end.get();
            }
            raining = false;
            for (Future<?> end : entering) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            raining = false;
            people.shutdownNow();
            ends.shutdownNow();
        }
    }

    private void enter(Station station, Random own) throws InterruptedException {
        while (raining) {
            if (own.nextInt(100) < IN_A_HUNDRED_PRINTS) {
                station.print(own.nextInt(10) > 0);
            } else {
                station.enter(station.author().next());
            }
            TimeUnit.MILLISECONDS.sleep(own.nextInt(LONGEST_PAUSE));
        }
    }

    private void ask(Random own) throws InterruptedException {
        while (raining) {
            asker.ask();
            TimeUnit.MILLISECONDS.sleep(own.nextInt(LONGEST_PAUSE_OF_ASKER));
        }
    }

    private void happen(Fault fault) throws InterruptedException, IOException {
        Station station = world.stations().get(fault.place());
        Wire line = station.wire();
        switch (fault.kind()) {
            case AGENT_KILLED -> down(station.terminal().agent(), fault);
            case SESSION_GONE -> station.session().vanish();
            case SERVICE_KILLED -> down(world.centre().program(), fault);
            case BROKER_KILLED -> down(world.broker(), fault);
            case DATABASE_STOPPED -> databaseDown(fault);
            case TERMINAL_RESET -> line.reset();
            case TERMINAL_CLOSED -> line.hangUp();
            case TERMINAL_STALLED -> weather(line, Weather.STALLED, fault);
            case TERMINAL_TRICKLING -> weather(line, Weather.TRICKLING, fault);
            case TERMINAL_SILENT -> weather(line, Weather.SILENT, fault);
            case TERMINAL_CUT -> weather(line, Weather.CUT, fault);
            case SERVICE_TO_BROKER_RESET -> world.serviceToBroker().reset();
            case SERVICE_TO_BROKER_STALLED -> weather(world.serviceToBroker(), Weather.STALLED, fault);
            case SERVICE_TO_BROKER_SILENT -> weather(world.serviceToBroker(), Weather.SILENT, fault);
            case DATABASE_LINE_RESET -> world.toDatabase().reset();
            case DATABASE_LINE_STALLED -> weather(world.toDatabase(), Weather.STALLED, fault);
            case DATABASE_LINE_TRICKLING -> weather(world.toDatabase(), Weather.TRICKLING, fault);
            case DATABASE_LINE_SILENT -> weather(world.toDatabase(), Weather.SILENT, fault);
            case PASSES_CUT -> weather(world.toService(), Weather.CUT, fault);
        }
    }

    private static void weather(Wire wire, Weather weather, Fault fault) throws InterruptedException {
        wire.become(weather);
        TimeUnit.MILLISECONDS.sleep(fault.lastMillis());
        wire.become(Weather.CLEAR);
    }

    private static void down(KeptProgram program, Fault fault) throws InterruptedException {
        program.kill();
        TimeUnit.MILLISECONDS.sleep(fault.lastMillis() / 4);
        try {
            program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One stop after the other: PostgreSQL is not stopped while it starts. */
    private void databaseDown(Fault fault) throws InterruptedException, IOException {
        synchronized (world.database()) {
            world.database().stopAtOnce();
            TimeUnit.MILLISECONDS.sleep(fault.lastMillis() / 4);
            world.database().start();
        }
    }
}
