package org.yici.admin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.admin.dispatch.FairDispatcher.Overflow;

class FairDispatcherTest {
    private static final int ROOMY = 64 << 20;

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Semaphore permits = new Semaphore(0);
    private final List<FairDispatcher<String>> opened = new ArrayList<>();

    private FairDispatcher<String> dispatcher(DispatchLimits limits) {
        FairDispatcher<String> dispatcher = new FairDispatcher<>("test-dispatch", limits, this::handle, failures::add);
        opened.add(dispatcher);
        return dispatcher;
    }

    private void handle(String message) throws InterruptedException {
        permits.acquire();
        if (message.equals("broken")) {
            throw new IllegalStateException(message);
        }
        handled.add(message);
    }

    private static DispatchLimits limits(int workers, int repeated, int superseded, long totalBytes) {
        return new DispatchLimits(workers, repeated, superseded, totalBytes);
    }

    private static boolean entry(FairDispatcher<String> dispatcher, String sender, String message) {
        return dispatcher.offer(sender, message, 100, Overflow.REFUSE);
    }

    private static boolean state(FairDispatcher<String> dispatcher, String sender, String message) {
        return dispatcher.offer(sender, message, 100, Overflow.DROP_OLDEST);
    }

    private void handleAll() {
        permits.release(100_000);
    }

    @AfterEach
    void close() {
        opened.forEach(FairDispatcher::close);
    }

    @Test
    void sendersTakeTurnsHoweverMuchOneOfThemSends() {
        FairDispatcher<String> dispatcher = dispatcher(limits(1, 64, 8, ROOMY));
        for (int i = 0; i < 64; i++) {
            entry(dispatcher, "flooder", "f" + i);
        }
        entry(dispatcher, "neighbour", "n0");
        entry(dispatcher, "neighbour", "n1");
        dispatcher.start();
        handleAll();

        await().until(() -> handled.size() == 66);
        assertThat(handled).startsWith("f0", "n0", "f1", "n1", "f2", "f3");
    }

    @Test
    void keepsTheOrderOfEachSenderOnSeveralThreads() {
        FairDispatcher<String> dispatcher = dispatcher(limits(4, 200, 200, ROOMY));
        dispatcher.start();
        handleAll();
        for (int i = 0; i < 200; i++) {
            for (int sender = 0; sender < 10; sender++) {
                String name = "s" + sender;
                assertThat(
                                i % 7 == 0
                                        ? state(dispatcher, name, name + " " + i)
                                        : entry(dispatcher, name, name + " " + i))
                        .isTrue();
            }
        }

        await().until(() -> handled.size() == 2000);
        for (int sender = 0; sender < 10; sender++) {
            String name = "s" + sender;
            assertThat(handled.stream().filter(one -> one.startsWith(name + " ")))
                    .containsExactlyElementsOf(IntStream.range(0, 200)
                            .mapToObj(i -> name + " " + i)
                            .toList());
        }
    }

    @Test
    void refusesWhatIsBeyondASendersWindowAndTakesItsNextOnesLater() {
        FairDispatcher<String> dispatcher = dispatcher(limits(1, 3, 8, ROOMY));
        for (int i = 0; i < 3; i++) {
            assertThat(entry(dispatcher, "flooder", "f" + i)).isTrue();
        }
        assertThat(entry(dispatcher, "flooder", "too many")).isFalse();
        assertThat(entry(dispatcher, "neighbour", "n")).isTrue();
        assertThat(state(dispatcher, "flooder", "state")).isTrue();
        dispatcher.start();
        handleAll();

        await().until(() -> handled.size() == 5);
        assertThat(entry(dispatcher, "flooder", "again")).isTrue();
        await().until(() -> handled.contains("again"));
        assertThat(handled).doesNotContain("too many");
    }

    @Test
    void aLaterStateTakesThePlaceOfTheOldestAndTheLastOneIsAlwaysHandled() {
        FairDispatcher<String> dispatcher = dispatcher(limits(1, 3, 2, ROOMY));
        entry(dispatcher, "flooder", "entry");
        assertThat(state(dispatcher, "flooder", "first")).isTrue();
        assertThat(state(dispatcher, "flooder", "second")).isTrue();
        assertThat(state(dispatcher, "flooder", "death")).as("one was given up").isFalse();
        dispatcher.start();
        handleAll();

        await().until(() -> handled.size() == 3);
        assertThat(handled).containsExactly("entry", "second", "death");
    }

    @Test
    void fewSendersCannotFillTheMemoryThatIsForAll() {
        long total = 100L * (1000 + DispatchLimits.OVERHEAD_BYTES);
        FairDispatcher<String> dispatcher = dispatcher(limits(1, 1000, 8, total));
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            taken += dispatcher.offer("flooder" + i % 20, "f", 1000, Overflow.REFUSE) ? 1 : 0;
        }
        assertThat(taken).isBetween(50, 95);
        assertThat(dispatcher.offer("neighbour", "n", 1000, Overflow.REFUSE)).isTrue();
        assertThat(dispatcher.offer("neighbour", "s", 1000, Overflow.DROP_OLDEST))
                .isTrue();
        dispatcher.start();
        handleAll();

        await().until(() -> handled.contains("n") && handled.contains("s"));
    }

    @Test
    void nothingIsHandledAfterAFailureAndItIsTold() {
        FairDispatcher<String> dispatcher = dispatcher(limits(2, 64, 8, ROOMY));
        entry(dispatcher, "a", "broken");
        dispatcher.start();
        handleAll();

        await().until(() -> failures.size() == 1);
        assertThat(failures.get(0)).isInstanceOf(IllegalStateException.class);
        assertThat(entry(dispatcher, "b", "after")).isFalse();
        assertThat(handled).isEmpty();
    }
}
