package org.yici.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets many terminals send entries to the service of a demo: first as many as it records, then evenly a tenth of that, and leaves what
 * was seen as {@code entries.json}. Counts what lies in the database, and fails if that is not what terminals were told.
 */
@Command(
        name = "terminal-fleet",
        description = "Many terminals send entries to one service.",
        mixinStandardHelpOptions = true)
public final class Fleet implements Callable<Integer> {
    private static final String PREFIX = "fleet-";
    private static final double LEAST_A_SECOND = 500;
    private static final double LONGEST_MS = 250;

    @Option(names = "--out", required = true, description = "where entries.json goes")
    private Path out = Path.of(".");

    @Option(names = "--terminals", defaultValue = "40")
    private int terminals;

    @Option(names = "--seconds", defaultValue = "30", description = "of each of the two parts (${DEFAULT-VALUE})")
    private int seconds;

    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Fleet()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        FleetFolders ground = FleetFolders.ofEnvironment();
        List<FleetTerminal> fleet = new ArrayList<>();
        try (TestServer centre = new TestServer(ground)) {
            gather(ground, centre, fleet);
            flood(fleet, Duration.ofSeconds(Math.max(3, seconds / 3)));
            double most = flood(fleet, Duration.ofSeconds(seconds));
            settle(fleet);
            latencies.clear();
            trickle(fleet, most / 10, Duration.ofSeconds(seconds));
            settle(fleet);
            long[] rows = centre.entries(PREFIX);
            if (rows[0] + rows[1] != recorded.get() || rows[1] != quarantined.get() || quarantined.get() > 0) {
                throw new IllegalStateException("told %d recorded, %d quarantined; there are %d and %d"
                        .formatted(recorded.get(), quarantined.get(), rows[0], rows[1]));
            }
            tell(most);
        } finally {
            for (FleetTerminal terminal : fleet) {
                terminal.close();
            }
        }
        return 0;
    }

    private void gather(FleetFolders ground, TestServer centre, List<FleetTerminal> fleet) throws Exception {
        FleetCertificates mint = new FleetCertificates(ground);
        Time time = Time.system();
        Uuid7 ids = new Uuid7(time, new SecureRandom());
        Sealer sealer = new Sealer(CentreKey.read(ground.trust("centre-sealing.pem")));
        FleetTerminal.Arrivals arrivals = arrivals();
        for (int i = 0; i < terminals; i++) {
            TerminalId id = new TerminalId(PREFIX + "%04d".formatted(i));
            FleetCertificates.Identity identity = mint.identity(id);
            centre.enrol(identity);
            centre.issue(id, "copy-" + id);
            FleetTerminal terminal =
                    new FleetTerminal(identity, "copy-" + id, ground.broker(), sealer, ids, time, arrivals);
            fleet.add(terminal);
            terminal.connect();
        }
    }

    private FleetTerminal.Arrivals arrivals() {
        return new FleetTerminal.Arrivals() {
            @Override
            public void recorded(long dueNanos, long nowNanos, boolean strange) {
                recorded.incrementAndGet();
                if (strange) {
                    quarantined.incrementAndGet();
                }
                latencies.add(nowNanos - dueNanos);
            }

            @Override
            public void lost(String why) {
                trouble.compareAndSet(null, why);
            }
        };
    }

    /** Each terminal has as many under way as it may; entries recorded a second. */
    private double flood(List<FleetTerminal> fleet, Duration length) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long before = recorded.get();
        List<Thread> senders = new ArrayList<>();
        for (FleetTerminal terminal : fleet) {
            Thread sender = new Thread(() -> send(terminal, end), "flood");
            sender.start();
            senders.add(sender);
        }
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        double aSecond = (recorded.get() - before) / ((System.nanoTime() - start) / 1e9);
        for (Thread sender : senders) {
            sender.join();
        }
        requireNoTrouble();
        return aSecond;
    }

    private void send(FleetTerminal terminal, long end) {
        try {
            while (System.nanoTime() < end && trouble.get() == null) {
                terminal.offer(System.nanoTime());
            }
        } catch (Exception e) {
            trouble.compareAndSet(null, e.toString());
        }
    }

    /** One terminal after the other, evenly; what comes late counts from when it was due. */
    private void trickle(List<FleetTerminal> fleet, double aSecond, Duration length) throws Exception {
        long step = (long) (1e9 / aSecond);
        long due = System.nanoTime();
        long end = due + length.toNanos();
        for (int i = 0; due < end; i++, due += step) {
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            requireNoTrouble();
            fleet.get(i % fleet.size()).offer(due);
        }
    }

    private void settle(List<FleetTerminal> fleet) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (fleet.stream().anyMatch(terminal -> terminal.underWay() > 0)) {
            requireNoTrouble();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all entries were recorded within a minute");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void requireNoTrouble() {
        String why = trouble.get();
        if (why != null) {
            throw new IllegalStateException(why);
        }
    }

    private void tell(double most) throws Exception {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        double median = at(sorted, 0.5);
        double p99 = at(sorted, 0.99);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "entries");
        row.put(
                "work",
                "entries recorded a second, one service with PostgreSQL; p99 kept → recorded at a tenth of that");
        row.put("seen", String.format(Locale.ROOT, "%.0f a second; %.0f ms", most, p99));
        row.put("goal", "≥ 500 a second; ≤ 250 ms");
        row.put("met", most >= LEAST_A_SECOND && p99 <= LONGEST_MS);
        row.put(
                "where",
                String.format(
                        Locale.ROOT,
                        "%d terminals over TLS, on the service's own processors; a tenth: median %.0f, p99 %.0f, longest %.0f ms of %d",
                        terminals,
                        median,
                        p99,
                        at(sorted, 1),
                        sorted.length));
        row.put("values", Map.of("aSecond", most, "medianMs", median, "p99Ms", p99, "recorded", recorded.get()));
        Files.createDirectories(out);
        Files.write(
                out.resolve("entries.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(row));
        System.out.println("measure: " + row.get("work") + ": " + row.get("seen"));
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6;
    }
}
