package org.yici.agent.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Folders;

/**
 * The ids of the keys that a session may seal to: of the one that lies with the trust anchors, and of those that lay there before, since this
 * program started. Of the loop.
 */
final class RecipientKeyIds {
    private static final Logger LOG = LoggerFactory.getLogger(RecipientKeyIds.class);
    private static final int LARGEST_FILE = 16 << 10;

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    RecipientKeyIds(Folders folders) {
        this.file = folders.trust().resolve("centre-sealing.pem");
    }

    boolean has(String id) {
        if (!ids.contains(id)) {
            look();
        }
        return ids.contains(id);
    }

    /** The first 16 hexadecimal digits of SHA-256 over the SubjectPublicKeyInfo, as docs/contracts.md has it. */
    private void look() {
        try {
            String pem = Files.size(file) > LARGEST_FILE ? "" : Files.readString(file);
            byte[] info = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            ids.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(info), 0, 8));
        } catch (IOException | IllegalArgumentException e) {
            LOG.error(
                    "{} cannot be read, so nothing sealed can be kept: {}",
                    file,
                    e.getClass().getSimpleName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
