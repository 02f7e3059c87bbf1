package org.yici.proof.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.proof.terminal.OneSession.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.agent.store.Disk;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.proof.page.ProofPage;
import org.yici.proof.terminal.Ledger;
import org.yici.proof.terminal.OneSession;

/** Every row of {@code docs/proof/disk.md}: the agent's real store behind the real link, flow and views. */
class DisksTest {
    private static final ProofPage PAGE = new ProofPage("disk.md");

    @TempDir
    Path folder;

    private Printer printer;
    private IppPrinter wire;

    @BeforeEach
    void plug() throws IOException {
        printer = new Printer(
                Duration.ofMillis(20), new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
        wire = new IppPrinter(0, printer, Clock.systemUTC());
    }

    @AfterEach
    void unplug() {
        wire.close();
        printer.close();
    }

    private OneSession session(Ledger ledger) throws IOException {
        return new OneSession(ledger, wire.uri(), "impressions");
    }

    /** One copy, printed and kept. */
    private String servedOne(Ledger ledger) throws IOException {
        try (OneSession session = session(ledger)) {
            String copy = session.toThePreview(1);
            session.press("打印");
            session.awaitScreen(PrintScreen.Done.class);
            soon("the ledger").until(() -> ledger.reports(copy).size() == 1);
            return copy;
        }
    }

    // ---- while the agent runs

    enum Trouble {
        FULL("full") {
            @Override
            void begins(Ledger ledger, Path store) {
                ledger.with(open -> Disk.fills(open, store));
            }

            @Override
            void ends(Ledger ledger) {
                ledger.with(Disk::hasRoom);
            }
        },
        READ_ONLY("mounted read-only") {
            @Override
            void begins(Ledger ledger, Path store) {
                ledger.with(open -> Disk.isReadOnly(open, true));
            }

            @Override
            void ends(Ledger ledger) {
                ledger.with(store -> Disk.isReadOnly(store, false));
            }
        };

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        abstract void begins(Ledger ledger, Path store);

        abstract void ends(Ledger ledger);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whileTheAgentRuns(Trouble error) throws Exception {
        String atThePrint;
        String toTheNext;
        try (Ledger ledger = new Ledger(folder)) {
            String before = servedOne(ledger);
            long rows = ledger.outboxRows();
            try (OneSession session = session(ledger)) {
                session.toThePreview(1);
                error.begins(ledger, Ledger.storeIn(folder));
                session.press("打印");
                session.awaitScreen(CommonScreen.Failed.class);
                atThePrint = session.sentence();
                assertThat(printer.jobs())
                        .as("nothing printed without a kept intent")
                        .hasSize(1);
            }
            try (OneSession next = session(ledger)) {
                next.awaitScreen(VisitScreen.OutOfService.class);
                toTheNext = next.sentence();
                assertThat(ledger.reports(before)).as("what was kept is there").hasSize(1);
                assertThat(ledger.outboxRows()).isGreaterThanOrEqualTo(rows);
                error.ends(ledger);
                next.awaitScreen(VisitScreen.Idle.class);
            }
            servedOne(ledger);
            assertThat(ledger.openIntents()).isZero();
        }
        PAGE.assertRow("While the agent runs", error.words, atThePrint, toTheNext, "served again");
    }

    // ---- when the agent starts

    enum Damage {
        OVERWRITTEN("overwritten", false) {
            @Override
            void befalls(Path store) throws IOException {
                byte[] bytes = Files.readAllBytes(store);
                Arrays.fill(bytes, (byte) 1);
                Files.write(store, bytes);
            }
        },
        CUT("cut off in the middle", false) {
            @Override
            void befalls(Path store) throws IOException {
                byte[] bytes = Files.readAllBytes(store);
                Files.write(store, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        EMPTIED("emptied", false) {
            @Override
            void befalls(Path store) throws IOException {
                Files.write(store, new byte[0]);
            }
        },
        GONE("gone", true) {
            @Override
            void befalls(Path store) throws IOException {
                Files.delete(store);
            }
        },
        OF_ANOTHER("the database of another program", false) {
            @Override
            void befalls(Path store) throws IOException, SQLException {
                Files.delete(store);
                sql(store, "CREATE TABLE birds (name TEXT)");
            }
        },
        NEWER("of a newer version", false) {
            @Override
            void befalls(Path store) throws SQLException {
                sql(store, "PRAGMA user_version = 7");
            }
        };

        private final String words;
        private final boolean leavesNothing;

        Damage(String words, boolean leavesNothing) {
            this.words = words;
            this.leavesNothing = leavesNothing;
        }

        abstract void befalls(Path store) throws IOException, SQLException;

        static void sql(Path store, String statement) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                    Statement run = connection.createStatement()) {
                run.execute(statement);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void whenTheAgentStarts(Damage damage) throws Exception {
        Path store = Ledger.storeIn(folder);
        String copy;
        try (Ledger ledger = new Ledger(folder)) {
            copy = servedOne(ledger);
        }
        byte[] sound = Files.readAllBytes(store);
        damage.befalls(store);
        byte[] damaged = damage.leavesNothing ? new byte[0] : Files.readAllBytes(store);
        String screen = outOfOrder();
        String kept = keptFor(store, damaged, damage);
        assertThat(outOfOrder()).as("and at the next start").isEqualTo(screen);

        Files.write(store, sound);
        try (Ledger ledger = new Ledger(folder)) {
            assertThat(ledger.reports(copy)).as("put back, it is all there").hasSize(1);
            servedOne(ledger);
        }
        PAGE.assertRow("When the agent starts", damage.words, screen, kept);
    }

    /** A terminal with this store serves nobody. */
    private String outOfOrder() throws Exception {
        try (Ledger ledger = new Ledger(folder);
                OneSession session = session(ledger)) {
            session.awaitScreen(VisitScreen.OutOfService.class);
            assertThat(printer.jobs()).hasSize(1);
            return session.sentence();
        }
    }

    private static String keptFor(Path store, byte[] damaged, Damage damage) throws IOException {
        try (var files = Files.list(store.getParent())) {
            List<Path> aside = files.filter(
                            file -> file.getFileName().toString().matches("agent.db.damaged-[0-9TZ]+"))
                    .toList();
            if (!aside.isEmpty()) {
                assertThat(Files.readAllBytes(aside.get(0))).isEqualTo(damaged);
                assertThat(store).doesNotExist();
                return "moved aside as it was";
            }
        }
        if (damage.leavesNothing) {
            return "nothing is left; not begun anew";
        }
        assertThat(Files.readAllBytes(store)).isEqualTo(damaged);
        return "left as it is";
    }

    @Test
    void thePageHasNoOtherRows() {
        PAGE.assertNumberOfRows("While the agent runs", Trouble.values().length);
        PAGE.assertNumberOfRows("When the agent starts", Damage.values().length);
    }
}
