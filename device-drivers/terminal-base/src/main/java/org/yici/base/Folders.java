package org.yici.base;

import java.nio.file.Path;

/**
 * Where a program keeps its files: the folders of the Filesystem Hierarchy Standard below one root, so that {@code --data DIR} moves
 * all of them and two terminals run side by side.
 */
public record Folders(Path root) {
    /** Configuration: {@code etc/yici}. */
    public Path etc() {
        return root.resolve("etc/yici");
    }

    /** Trust anchors: {@code etc/yici/trust}. */
    public Path trust() {
        return etc().resolve("trust");
    }

    /** What must survive a restart: {@code var/lib/yici}. */
    public Path state() {
        return root.resolve("var/lib/yici");
    }

    /** Sockets and tokens: {@code run/yici}. */
    public Path run() {
        return root.resolve("run/yici");
    }

    /** Logs: {@code var/log/yici}. */
    public Path log() {
        return root.resolve("var/log/yici");
    }

    /** The agent's socket, to which sessions connect. */
    public Path agentSocket() {
        return run().resolve("link/agent.sock");
    }

    /** Where the keeper leaves the one-time token of a slot for the agent to read. */
    public Path sessionToken(int slot) {
        return run().resolve("tokens/slot-" + slot);
    }
}
