package org.yici.contract;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of message that version 1 has, each with its topic's last level and its largest size. The sizes leave room for later forms:
 * a health of eight devices has about 2 KiB.
 */
public enum MessageKind {
    BIRTH(Topics.BIRTH, 32 << 10),
    HEALTH(Topics.HEALTH, 32 << 10),
    DEATH(Topics.DEATH, 1 << 10),
    /** Encrypted content of 256 KiB in base64, and what is around it; the broker's largest packet. */
    ENTRY(Topics.ENTRY, 512 << 10),
    RECORDED(Topics.RECORDED, 1 << 10);

    private final String leaf;
    private final int largestBytes;

    MessageKind(String leaf, int largestBytes) {
        this.leaf = leaf;
        this.largestBytes = largestBytes;
    }

    /** The kind of messages on topics that end in {@code leaf}; empty for a leaf of another version. */
    public static Optional<MessageKind> of(String leaf) {
        return Arrays.stream(values()).filter(kind -> kind.leaf.equals(leaf)).findFirst();
    }

    /** The last level of its topics. */
    public String leaf() {
        return leaf;
    }

    /** A message of this kind has at most so many bytes; a longer one is dropped before it is decoded. */
    public int largestBytes() {
        return largestBytes;
    }
}
