package org.yici.agent.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Folders;

/**
 * The one-time tokens that the keeper gives to a session on its standard input and to the agent in a file, before it starts the session.
 * A token belongs to the first session that shows it; that session may show it again when it reconnects. Of the loop.
 */
final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    /** Shorter ones could be guessed. */
    private static final int SHORTEST = 16;

    private final Folders folders;
    private final Map<Integer, Use> uses = new HashMap<>();

    Tokens(Folders folders) {
        this.folders = folders;
    }

    /** Whether {@code token} is the one of {@code slot} and is not another session's. */
    boolean accepts(int slot, String token, UUID session) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        byte[] expected = expected(slot);
        if (expected.length < SHORTEST || !MessageDigest.isEqual(given, expected)) {
            return false;
        }
        Use use = uses.get(slot);
        if (use == null || !MessageDigest.isEqual(use.token, given)) {
            uses.put(slot, new Use(given, session));
            return true;
        }
        return use.session.equals(session);
    }

    private byte[] expected(int slot) {
        try {
            return Files.readString(folders.sessionToken(slot)).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("The token of slot {} cannot be read: {}", slot, e.toString());
            return new byte[0];
        }
    }

    private record Use(byte[] token, UUID session) {}
}
