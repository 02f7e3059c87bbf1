package org.yici.agent.centre;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Backoff;
import org.yici.base.Time;
import org.yici.contract.https.PassAnswer;

/**
 * Keeps a pass that lasts: fetches the next one when a third of the life is left, tries again with growing waits. Lives on the agent's
 * loop; the fetching runs on {@code worker}.
 */
public final class PassKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(PassKeeper.class);

    /** Whatever a wrong clock makes of the pass's end, the service is not asked more often. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    /** A session in front waits: someone may just have mended the line. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(2);

    private final PassSource source;
    private final Time time;
    private final Executor loop;
    private final Executor worker;
    private final Runnable changed;
    private final Backoff backoff;

    private @Nullable PassAnswer pass;
    private boolean ended;
    private boolean fetching;
    private long waitFrom;
    private Duration wait = Duration.ZERO;

    /** @param changed called on the loop when there is another pass, or none any more */
    public PassKeeper(
            PassSource source, Time time, Executor loop, Executor worker, RandomGenerator random, Runnable changed) {
        this.source = source;
        this.time = time;
        this.loop = loop;
        this.worker = worker;
        this.changed = changed;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), random);
        this.waitFrom = time.nanos();
    }

    /** The pass, if it has not ended. */
    public Optional<PassAnswer> current() {
        return Optional.ofNullable(pass).filter(answer -> answer.expires().isAfter(time.now()));
    }

    /** Somebody needs a pass now: if there is none, the wait is cut short. */
    public void wanted() {
        if (current().isEmpty() && !fetching && time.since(waitFrom).compareTo(ASKED_AGAIN) >= 0) {
            fetch();
        }
    }

    /** Does what is due; to be called a few times a second. */
    public void tick() {
        if (!fetching && time.since(waitFrom).compareTo(wait) >= 0) {
            fetch();
        }
        boolean over = pass != null && current().isEmpty();
        if (over && !ended) {
            ended = true;
            LOG.warn("The pass has ended and there is no other");
            changed.run();
        }
    }

    private void fetch() {
        fetching = true;
        worker.execute(() -> {
            try {
                PassAnswer answer = source.fetch();
                loop.execute(() -> fetched(answer));
            } catch (IOException | RuntimeException e) {
                loop.execute(() -> failed(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void fetched(PassAnswer answer) {
        fetching = false;
        pass = answer;
        ended = false;
        backoff.reset();
        Duration life = Duration.between(time.now(), answer.expires());
        Duration twoThirds = life.multipliedBy(2).dividedBy(3);
        waitFor(twoThirds.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : twoThirds);
        LOG.info("A pass until {}; the next one in {} s", answer.expires(), wait.toSeconds());
        changed.run();
    }

    private void failed(Exception e) {
        fetching = false;
        waitFor(backoff.next());
        LOG.warn("No pass: {}; next try in {} ms", words(e), wait.toMillis());
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void waitFor(Duration duration) {
        wait = duration;
        waitFrom = time.nanos();
    }
}
