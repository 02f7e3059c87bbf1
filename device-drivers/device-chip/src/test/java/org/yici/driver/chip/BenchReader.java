package org.yici.driver.chip;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.yici.bench.chip.CardProgram;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.PcscLibrary;
import org.yici.bench.chip.Reaction;
import org.yici.bench.chip.Whim;

/** The bench's reader, always in the one place where this program's library looks for it. */
final class BenchReader implements AutoCloseable {
    private static final int SUCCESS = 0x9000;

    private final ChipFarEnd farEnd;

    /** With its reader plugged, and no service running. */
    BenchReader() {
        try {
            farEnd = PcscLibrary.farEnd();
            farEnd.plug();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void run(Act act) {
        try {
            act.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChipFarEnd farEnd() {
        return farEnd;
    }

    void start() {
        run(farEnd::startService);
    }

    void kill() {
        run(farEnd::killService);
    }

    void plug() {
        run(farEnd::plug);
    }

    void unplug() {
        run(farEnd::unplug);
    }

    void insert(String golden, Whim whim) {
        insert(new GoldenProgram(Golden.card(golden)), whim);
    }

    void insert(CardProgram program, Whim whim) {
        run(() -> {
            if (!farEnd.insert(ChipCard.of(program), whim)) {
                throw new IOException("another card is in it");
            }
        });
    }

    /** Pulls the card, if there is one, and waits until the service, if it runs, has seen that. */
    void take() {
        run(farEnd::take);
        await().atMost(Duration.ofSeconds(10)).until(() -> !farEnd.isCardSeen());
    }

    @Override
    public void close() {
        run(farEnd::close);
    }

    /** Is pulled in the middle of that command. */
    static Whim yankedAt(int number) {
        return (n, command, answer) -> n >= number ? new Reaction.Gone() : new Reaction.Answer(answer);
    }

    /** From that command on, success and nothing else. */
    static Whim emptySuccessFrom(int number) {
        return (n, command, answer) -> n >= number ? Reaction.status(SUCCESS) : new Reaction.Answer(answer);
    }

    /** That status word and nothing else to that command. */
    static Whim statusAt(int number, int status) {
        return (n, command, answer) -> n == number ? Reaction.status(status) : new Reaction.Answer(answer);
    }
}
