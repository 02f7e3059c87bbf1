package org.yici.device.contract;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/**
 * Plays a case again and again with damaged bytes, for {@code -Dyici.fuzz.seconds} (10; {@code deploy/fuzz} takes 600). Each case has a seed
 * of its own, counted up from {@code -Dyici.fuzz.seed}; a failure names it. A build always begins with the same one, so that it fails for
 * what was changed and for nothing else; {@code deploy/fuzz} begins somewhere else each time.
 */
public final class Fuzz {
    private static final int SECONDS = Integer.getInteger("yici.fuzz.seconds", 10);

    private Fuzz() {}

    /** One case; everything in it comes from {@code random}. */
    @FunctionalInterface
    public interface Case {
        void play(Random random) throws Exception;
    }

    /** Fails with the first case that fails. */
    public static void run(String what, Case test) {
        long first = Long.getLong("yici.fuzz.seed", 1);
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        long seed = first;
        for (; seed == first || System.nanoTime() < end; seed++) {
            try {
                test.play(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError(what + ": to repeat this, -Dyici.fuzz.seed=" + seed, e);
            }
        }
        System.out.println(what + ": " + (seed - first) + " cases from seed " + first);
    }

    /** {@code sound} with some bits turned, bytes lost, doubled, put in or cut off, or another part of it in a wrong place. */
    public static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound;
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes = damagedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> turned(bytes, at, 1 << random.nextInt(8));
            case 1 -> turned(bytes, at, random.nextInt(256));
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 ->
                joined(
                        Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 1 + random.nextInt(8)), bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, at), noise(random), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> {
                int from = random.nextInt(bytes.length);
                byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(32)));
                yield joined(Arrays.copyOf(bytes, at), part, Arrays.copyOfRange(bytes, at, bytes.length));
            }
        };
    }

    private static byte[] turned(byte[] bytes, int at, int bits) {
        byte[] turned = bytes.clone();
        turned[at] ^= (byte) bits;
        return turned;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(16)];
        random.nextBytes(noise);
        return noise;
    }

    /** One after the other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
