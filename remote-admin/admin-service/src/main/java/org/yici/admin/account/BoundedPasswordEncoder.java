package org.yici.admin.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Looks at a bounded number of passwords at once: each costs 16 MB and a good part of a processor's tenth of a second. A few more wait
 * for their turn, in order and for a bounded time; what is beyond is refused at once with {@link HashingBusyException}. Thread-safe.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {
    private final PasswordEncoder behind;
    private final Semaphore running;
    private final Semaphore places;
    private final Duration patience;

    /**
     * @param atOnce how many are looked at together
     * @param waiting how many more may wait
     * @param patience how long each waits at most
     */
    BoundedPasswordEncoder(PasswordEncoder behind, int atOnce, int waiting, Duration patience) {
        this.behind = behind;
        this.running = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + waiting);
        this.patience = patience;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> behind.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> behind.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return behind.upgradeEncoding(hash);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> hashing) {
        if (!places.tryAcquire()) {
            throw new HashingBusyException();
        }
        try {
            return whenFree(hashing);
        } finally {
            places.release();
        }
    }

    private <T extends @Nullable Object> T whenFree(Supplier<T> hashing) {
        if (!waitForTurn()) {
            throw new HashingBusyException();
        }
        try {
            return hashing.get();
        } finally {
            running.release();
        }
    }

    private boolean waitForTurn() {
        try {
            return running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
