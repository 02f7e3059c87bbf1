package org.yici.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final EventStream<Integer> events = new EventStream<>(thread::add);
    private final List<Integer> heard = new ArrayList<>();

    private void run() {
        for (Runnable next = thread.poll(); next != null; next = thread.poll()) {
            next.run();
        }
    }

    @Test
    void whatHappenedBeforeTheFirstListenerCameIsToldToThatOneFirst() {
        events.tell(1);
        events.tell(2);
        events.subscribe(heard::add);
        events.tell(3);
        run();
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void laterListenersHearWhatHappensFromThenOn() {
        events.tell(1);
        events.subscribe(event -> {}).close();
        events.tell(2);
        events.subscribe(heard::add);
        events.tell(3);
        run();
        assertThat(heard).containsExactly(3);
    }

    @Test
    void holdsTheNewestSixteenOfWhatNobodyHeard() {
        IntStream.rangeClosed(1, 100).forEach(events::tell);
        events.subscribe(heard::add);
        run();
        assertThat(heard).isEqualTo(IntStream.rangeClosed(85, 100).boxed().toList());
    }

    @Test
    void tellsNothingToWhoeverNoLongerListens() {
        events.tell(1);
        events.subscribe(heard::add).close();
        run();
        assertThat(heard).isEmpty();
    }
}
