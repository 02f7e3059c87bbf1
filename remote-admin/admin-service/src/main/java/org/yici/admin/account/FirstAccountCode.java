package org.yici.admin.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.admin.onetime.OneTimeCode;
import org.yici.base.Time;

/**
 * The one-time code with which the first account is made: on the console and in a file that only the service's own user can read,
 * for whoever runs the machine. Good for thirty minutes, then another takes its place. Thread-safe.
 */
final class FirstAccountCode {
    static final Duration LIFE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccountCode.class);

    private final Path file;
    private final Time time;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] hash;
    private long madeNanos;

    FirstAccountCode(Path file, Time time) {
        this.file = file;
        this.time = time;
    }

    /** Makes a code if there is none that is good, and says where it is. */
    synchronized void renew(String page) {
        if (isGood()) {
            return;
        }
        String code = OneTimeCode.generate(random);
        Instant ends = time.now().plus(LIFE);
        try {
            write(code);
        } catch (IOException e) {
            LOG.warn("The code could not be written to {}: {}", file, e.getMessage());
        }
        hash = OneTimeCode.hash(code);
        madeNanos = time.nanos();
        LOG.info(
                "There is no account yet. Open {} and enter the one-time code {} (good until {}; also in {})",
                page,
                code,
                ends,
                file);
    }

    /** Whether it is the code; wrong ones change nothing. */
    synchronized boolean matches(String typed) {
        return isGood() && hash != null && MessageDigest.isEqual(hash, OneTimeCode.hash(typed));
    }

    /** Ends the code and removes the file. */
    synchronized void end() {
        hash = null;
        remove();
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", file, e.getMessage());
        }
    }

    private boolean isGood() {
        return hash != null && time.since(madeNanos).compareTo(LIFE) < 0;
    }

    private void write(String code) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".fresh");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, (code + "\n").getBytes(StandardCharsets.US_ASCII));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
