package org.yici.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StatusStreamTest {
    @Test
    void tellsTheCurrentValueAtOnceThenOnlyChanges() {
        StatusStream<PaperStatus> paper = new StatusStream<>(PaperStatus.UNKNOWN, Runnable::run);
        List<PaperStatus> heard = new ArrayList<>();
        Subscription subscription = paper.subscribe(heard::add);
        paper.set(PaperStatus.UNKNOWN);
        paper.set(PaperStatus.OUT);
        subscription.close();
        paper.set(PaperStatus.FULL);
        assertThat(heard).containsExactly(PaperStatus.UNKNOWN, PaperStatus.OUT);
        assertThat(paper.latest()).isEqualTo(PaperStatus.FULL);
    }

    @Test
    void tellsNothingTwiceAndNothingOldWhenChangesMeetASubscription() {
        Queue<Runnable> later = new ArrayDeque<>();
        StatusStream<PaperStatus> paper = new StatusStream<>(PaperStatus.UNKNOWN, later::add);
        List<PaperStatus> heard = new ArrayList<>();
        paper.subscribe(heard::add);
        paper.set(PaperStatus.FULL);
        paper.set(PaperStatus.LOW);
        later.forEach(Runnable::run);
        assertThat(heard).containsExactly(PaperStatus.LOW);
    }
}
