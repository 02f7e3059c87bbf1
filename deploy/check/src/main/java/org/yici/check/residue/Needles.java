package org.yici.check.residue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some hundred byte strings of at least four bytes, found in one pass. Of each the four bytes that are least like padding are hashed; only
 * where the hash of four bytes of the hay is known is anything compared. Immutable.
 */
final class Needles {
    private static final int ANCHOR = 4;
    private static final int BUCKETS = 1 << 16;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] needles;
    private final int[] anchors;
    private final int[] first = new int[BUCKETS];
    private final int[] next;
    private final long[] known = new long[BUCKETS / Long.SIZE];
    private final int longest;

    /** Hears of a needle: its number in the list, where in the hay it begins, and its length. */
    interface Found {
        void at(int needle, int position, int length);
    }

    Needles(List<byte[]> list) {
        needles = list.stream().map(byte[]::clone).toArray(byte[][]::new);
        anchors = new int[needles.length];
        next = new int[needles.length];
        Arrays.fill(first, -1);
        int most = ANCHOR;
        for (int i = 0; i < needles.length; i++) {
            if (needles[i].length < ANCHOR) {
                throw new IllegalArgumentException("needle " + i + " has fewer than " + ANCHOR + " bytes");
            }
            most = Math.max(most, needles[i].length);
            anchors[i] = anchor(needles[i]);
            int bucket = bucket((int) INTS.get(needles[i], anchors[i]));
            next[i] = first[bucket];
            first[bucket] = i;
            known[bucket >> 6] |= 1L << bucket;
        }
        longest = most;
    }

    private static int anchor(byte[] needle) {
        int best = 0;
        int most = -1;
        for (int at = 0; at + ANCHOR <= needle.length; at++) {
            int worth = worth(needle, at);
            if (worth > most) {
                most = worth;
                best = at;
            }
        }
        return best;
    }

    private static int worth(byte[] needle, int at) {
        Set<Byte> different = new HashSet<>();
        int plain = 0;
        for (int i = at; i < at + ANCHOR; i++) {
            different.add(needle[i]);
            plain += needle[i] == 0 || needle[i] == -1 ? 1 : 0;
        }
        return 4 * different.size() - plain;
    }

    private static int bucket(int word) {
        return word * 0x9E3779B1 >>> 16;
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
        for (int i = 0; i + ANCHOR <= end; i++) {
            int word = (int) INTS.get(hay, i);
            int bucket = bucket(word);
            if ((known[bucket >> 6] & 1L << bucket) != 0) {
                compare(hay, i, end, bucket, found);
            }
        }
    }

    private void compare(byte[] hay, int at, int end, int bucket, Found found) {
        for (int one = first[bucket]; one >= 0; one = next[one]) {
            byte[] needle = needles[one];
            int begin = at - anchors[one];
            if (begin >= 0
                    && begin + needle.length <= end
                    && Arrays.equals(hay, begin, begin + needle.length, needle, 0, needle.length)) {
                found.at(one, begin, needle.length);
            }
        }
    }
}
