package org.yici.base;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, 74 random bits. */
public final class Uuid7 {
    private final Time time;
    private final RandomGenerator random;

    /** {@code random} must be a secure source where the id has to be unguessable. */
    public Uuid7(Time time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /** A fresh id; ids of one millisecond are in no order. Thread-safe if the random source is. */
    public UUID next() {
        long millis = time.now().toEpochMilli();
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Whether {@code id} is of version 7. */
    public static boolean isVersion7(UUID id) {
        return id.version() == 7 && id.variant() == 2;
    }
}
