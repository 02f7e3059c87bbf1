package org.yici.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yici.base.TerminalId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Connects many terminals to the broker of a demo, lets them stand still, and leaves what the broker's process holds in memory then as
 * {@code broker-memory.json}. Exits with 1 if it is more than the goal, or if not all of them got in.
 */
@Command(
        name = "broker-memory",
        description = "Many terminals stand connected; the memory of the broker is taken.",
        mixinStandardHelpOptions = true)
public final class BrokerMemory implements Callable<Integer> {
    private static final double MOST_MB = 75;
    private static final int AT_ONCE = 4;
    private static final double KB_OF_A_MB = 1000;

    @Option(names = "--out", required = true, description = "where broker-memory.json goes")
    private Path out = Path.of(".");

    @Option(names = "--pid", required = true, description = "the broker's process")
    private long pid;

    @Option(names = "--terminals", defaultValue = "2000", description = "how many (${DEFAULT-VALUE})")
    private int terminals;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BrokerMemory()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        double before = megabytes();
        List<IdleTerminal> fleet = new ArrayList<>();
        try {
            long began = System.nanoTime();
            gather(fleet);
            double seconds = (System.nanoTime() - began) / 1e9;
            for (IdleTerminal terminal : fleet) {
                terminal.ping();
            }
            double after = megabytes();
            tell(before, after, seconds);
            return after <= MOST_MB ? 0 : 1;
        } finally {
            for (IdleTerminal terminal : fleet) {
                terminal.close();
            }
        }
    }

    private void gather(List<IdleTerminal> fleet) throws Exception {
        FleetFolders ground = FleetFolders.ofEnvironment();
        FleetCertificates mint = new FleetCertificates(ground);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<IdleTerminal>> coming = new ArrayList<>();
            for (int i = 0; i < terminals; i++) {
                TerminalId id = new TerminalId("idle-%05d".formatted(i));
                coming.add(workers.submit(() -> IdleTerminal.connect(mint.identity(id), ground.broker())));
            }
            for (Future<IdleTerminal> one : coming) {
                fleet.add(one.get());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** What of the broker is in memory (VmRSS). */
    private double megabytes() throws Exception {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                * 1024
                / (KB_OF_A_MB * 1000);
    }

    private void tell(double before, double after, double seconds) throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "broker-memory");
        row.put("work", "memory of the broker with %,d terminals over TLS".formatted(terminals));
        row.put("seen", String.format(Locale.ROOT, "%.0f MB", after));
        row.put("goal", String.format(Locale.ROOT, "≤ %.0f MB", MOST_MB));
        row.put("met", after <= MOST_MB);
        row.put(
                "where",
                String.format(
                        Locale.ROOT,
                        "%.0f MB before, %.0f KB a terminal; all connected after %.0f s, %d at a time",
                        before,
                        (after - before) * KB_OF_A_MB / terminals,
                        seconds,
                        AT_ONCE));
        row.put("values", Map.of("beforeMb", before, "afterMb", after, "terminals", terminals, "seconds", seconds));
        Files.createDirectories(out);
        Files.write(
                out.resolve("broker-memory.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(row));
        System.out.println("measure: " + row.get("work") + ": " + row.get("seen") + ", " + row.get("where"));
    }
}
