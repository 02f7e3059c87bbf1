package org.yici.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeviceThreadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final DeviceThread thread = new DeviceThread(new DeviceId("a-device"));

    private void pauseUntilEnd() {
        while (thread.running()) {
            thread.pause(LONG);
        }
    }

    @Test
    void runsNoticesInOrderOnItsOwnThreadWhileTheBodyPauses() throws InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(3);
        thread.start(this::pauseUntilEnd);
        for (String word : List.of("a", "b", "c")) {
            thread.execute(() -> {
                heard.add(word + " on " + Thread.currentThread().getName());
                all.countDown();
            });
        }
        assertThat(all.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).containsExactly("a on device-a-device", "b on device-a-device", "c on device-a-device");
        assertThat(thread.end(Duration.ofSeconds(2))).isTrue();
    }

    @Test
    void goesOnWhenAListenerThrows() throws InterruptedException {
        CountDownLatch after = new CountDownLatch(1);
        thread.start(this::pauseUntilEnd);
        thread.execute(() -> {
            throw new IllegalStateException("a listener's own fault");
        });
        thread.execute(after::countDown);
        assertThat(after.await(5, TimeUnit.SECONDS)).isTrue();
        thread.end(Duration.ofSeconds(2));
    }

    @Test
    void wakesFromALongPause() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        thread.start(() -> {
            thread.pause(LONG);
            woken.countDown();
        });
        thread.wake();
        assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesCallsAfterItsEndAndMayBeEndedTwiceAndByItself() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        thread.start(this::pauseUntilEnd);
        thread.execute(() -> {
            thread.end(LONG);
            ended.countDown();
        });
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(thread.end(Duration.ofSeconds(2))).isTrue();
        assertThatThrownBy(thread::requireRunning).isInstanceOf(IllegalStateException.class);
    }
}
