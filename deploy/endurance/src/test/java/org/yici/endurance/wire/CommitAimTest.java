package org.yici.endurance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL answers while the service files an entry, byte by byte. */
class CommitAimTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ENTRY = CommitAim.name(UUID.fromString("01a20511-07d1-7942-80b6-ba5a4b39c4d1"), 2);
    private static final String OTHER = CommitAim.name(UUID.fromString("01a20511-07d1-7942-80b6-ba5a4b39c4d2"), 2);

    private final CommitAim aim = new CommitAim();
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();

    private static byte[] frame(char type, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + content.length)
                .put((byte) type)
                .putInt(4 + content.length)
                .put(content)
                .array();
    }

    private static byte[] notice(String entry) {
        return frame('N', "SNOTICE\0VNOTICE\0C00000\0Msweep " + entry + "\0\0");
    }

    private static byte[] stream(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }

    private static byte[] filing(String entry, String end) {
        return stream(
                frame('C', "BEGIN\0"),
                notice(entry),
                frame('C', "INSERT 0 1\0"),
                frame('D', "\0\0"),
                frame('C', "SELECT 1\0"),
                frame('C', end),
                frame('Z', "I"));
    }

    private void carry(Meter meter, byte[] bytes, int piece) {
        try {
            for (int at = 0; at < bytes.length; at += piece) {
                int length = Math.min(piece, bytes.length - at);
                byte[] part = new byte[length];
                System.arraycopy(bytes, at, part, 0, length);
                meter.carry(part, length, this::arrive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void arrive(byte[] bytes, int from, int length) {
        arrived.write(bytes, from, length);
    }

    private synchronized String text() {
        return arrived.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 20, 1000})
    void countsAttemptsAndChangesNothing(int piece) {
        byte[] bytes = stream(filing(ENTRY, "COMMIT\0"), filing(ENTRY, "ROLLBACK\0"), filing(OTHER, "COMMIT\0"));
        carry(aim.down(), bytes, piece);
        assertThat(arrived.toByteArray()).isEqualTo(bytes);
        assertThat(aim.attempts(ENTRY)).isEqualTo(2);
        assertThat(aim.attempts(OTHER)).isEqualTo(1);
        assertThat(aim.repeats()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(CommitAim.Point.class)
    void stopsBeforeTheServiceKnows(CommitAim.Point point) throws Exception {
        byte[] bytes = stream(filing(OTHER, "COMMIT\0"), filing(ENTRY, "COMMIT\0"), filing(ENTRY, "COMMIT\0"));
        Hold hold = aim.stopAt(ENTRY, point);
        Meter down = aim.down();
        CompletableFuture<Void> carried = CompletableFuture.runAsync(() -> carry(down, bytes, 7));
        assertThat(hold.awaitReached(PATIENCE)).isTrue();
        String before = text().substring(text().indexOf(OTHER) + OTHER.length());
        assertThat(before.contains("COMMIT")).isTrue();
        String own = before.substring(before.indexOf("BEGIN"));
        assertThat(own).doesNotContain("COMMIT");
        assertThat(own.contains("INSERT")).isEqualTo(point == CommitAim.Point.AFTER_COMMIT);
        hold.pass();
        carried.get(10, TimeUnit.SECONDS);
        assertThat(arrived.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void takesNoRollbackForACommitAndNoOtherConnectionsCommitEither() {
        Hold hold = aim.stopAt(ENTRY, CommitAim.Point.AFTER_COMMIT);
        Meter one = aim.down();
        Meter two = aim.down();
        carry(one, stream(frame('C', "BEGIN\0"), notice(ENTRY)), 100);
        carry(two, filing(OTHER, "COMMIT\0"), 100);
        carry(one, frame('C', "ROLLBACK\0"), 100);
        carry(one, filing(OTHER, "COMMIT\0"), 100);
        assertThat(hold.isReached()).isFalse();
    }
}
