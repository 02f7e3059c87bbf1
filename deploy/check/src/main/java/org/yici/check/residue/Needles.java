package org.yici.check.residue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Some thousand needles, found in one pass: of each, three bytes that are a good sign of it are hashed, and only where the hash of three
 * bytes of the hay is known is anything compared. Immutable.
 */
final class Needles {
    private static final int BUCKETS = 1 << 16;
    /** How many signs lie in eight bytes. */
    private static final int SIGNS = Long.BYTES - Needle.ANCHOR + 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Needle[] needles;
    private final int[] anchors;
    private final int[] first = new int[BUCKETS];
    private final int[] next;
    private final long[] known = new long[BUCKETS / Long.SIZE];
    private final int longest;

    /** Hears of a needle: its number in the list, where in the hay it begins, and its length. */
    interface Found {
        void at(int needle, int position, int length);
    }

    Needles(List<Needle> list) {
        needles = list.toArray(Needle[]::new);
        anchors = new int[needles.length];
        next = new int[needles.length];
        Arrays.fill(first, -1);
        for (int i = 0; i < needles.length; i++) {
            add(i);
        }
        longest = Arrays.stream(needles).mapToInt(Needle::length).max().orElse(Needle.ANCHOR);
    }

    private void add(int number) {
        Needle needle = needles[number];
        int anchor = anchor(needle);
        int bucket = bucket(sign(needle.bytes(), anchor));
        anchors[number] = anchor;
        next[number] = first[bucket];
        first[bucket] = number;
        known[bucket >> 6] |= 1L << bucket;
    }

    /** The best sign, where possible one that no other needle has: many pictures have the same few colours. */
    private int anchor(Needle needle) {
        int best = 0;
        int most = 0;
        for (int at = 0; at + Needle.ANCHOR <= needle.length(); at++) {
            int worth = needle.worth(at);
            if (worth > 0 && first[bucket(sign(needle.bytes(), at))] < 0) {
                worth += 100;
            }
            if (worth > most) {
                most = worth;
                best = at;
            }
        }
        return best;
    }

    private static int sign(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    /** Of the lowest three bytes. */
    private static int bucket(int sign) {
        return (sign << Byte.SIZE) * 0x9E3779B1 >>> 16;
    }

    int count() {
        return needles.length;
    }

    /** Bytes of the longest one. */
    int longest() {
        return longest;
    }

    /** Tells of every place of {@code hay} before {@code end} where a needle lies whole. */
    void search(byte[] hay, int end, Found found) {
        int i = 0;
        for (; i + Long.BYTES <= end; i += SIGNS) {
            long word = (long) LONGS.get(hay, i);
            // Much of every memory is zero, and no sign is.
            if (word != 0) {
                for (int k = 0; k < SIGNS; k++) {
                    look(hay, i + k, (int) (word >>> k * Byte.SIZE), end, found);
                }
            }
        }
        for (; i + Needle.ANCHOR <= end; i++) {
            look(hay, i, sign(hay, i), end, found);
        }
    }

    private void look(byte[] hay, int at, int sign, int end, Found found) {
        int bucket = bucket(sign);
        if ((known[bucket >> 6] & 1L << bucket) != 0) {
            compare(hay, at, end, bucket, found);
        }
    }

    private void compare(byte[] hay, int at, int end, int bucket, Found found) {
        for (int one = first[bucket]; one >= 0; one = next[one]) {
            Needle needle = needles[one];
            int begin = at - anchors[one];
            if (begin >= 0 && begin + needle.length() <= end && needle.isAt(hay, begin)) {
                found.at(one, begin, needle.length());
            }
        }
    }
}
