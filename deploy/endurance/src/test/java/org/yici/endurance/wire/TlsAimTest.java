package org.yici.endurance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.endurance.wire.TlsAim.Passed;

/** Bytes of TLS records as they stand in RFC 8446, 5.1, fed in every size of piece. */
class TlsAimTest {
    private static final int HANDSHAKE = 22;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();

    private static byte[] record(int type, int content) {
        int length = content + TlsRecords.ADDED;
        byte[] record = new byte[5 + length];
        record[0] = (byte) type;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (length >> 8);
        record[4] = (byte) length;
        return record;
    }

    private static byte[] stream(byte[]... records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] record : records) {
            all.writeBytes(record);
        }
        return all.toByteArray();
    }

    private void carry(Meter meter, byte[] bytes, int piece) throws IOException, InterruptedException {
        for (int at = 0; at < bytes.length; at += piece) {
            int length = Math.min(piece, bytes.length - at);
            byte[] part = new byte[length];
            System.arraycopy(bytes, at, part, 0, length);
            meter.carry(part, length, this::arrive);
        }
    }

    private synchronized void arrive(byte[] bytes, int from, int length) {
        arrived.write(bytes, from, length);
    }

    private synchronized int size() {
        return arrived.size();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 21, 22, 23, 100, 5000})
    void tellsTheContentOfEachRecordAndChangesNothing(int piece) throws Exception {
        TlsAim aim = new TlsAim();
        byte[] bytes = stream(
                record(HANDSHAKE, 300),
                record(TlsRecords.APPLICATION_DATA, 20),
                record(TlsRecords.APPLICATION_DATA, 642),
                record(TlsRecords.APPLICATION_DATA, 2));
        carry(aim.down(), bytes, piece);
        assertThat(aim.passed()).containsExactly(new Passed(false, 20), new Passed(false, 642), new Passed(false, 2));
        assertThat(arrived.toByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 5000})
    void stopsInsideTheFirstLongRecordAndNowhereElse(int piece) throws Exception {
        TlsAim aim = new TlsAim();
        byte[] before = record(TlsRecords.APPLICATION_DATA, 20);
        byte[] bytes =
                stream(before, record(TlsRecords.APPLICATION_DATA, 642), record(TlsRecords.APPLICATION_DATA, 642));
        Hold hold = aim.stopInside(560, 100);
        Meter up = aim.up();
        CompletableFuture<Void> carried = CompletableFuture.runAsync(() -> uncheckedCarry(up, bytes, piece));
        assertThat(hold.awaitReached(PATIENCE)).isTrue();
        assertThat(size()).isEqualTo(before.length + 5 + 100);
        assertThat(aim.stoppedInside()).isTrue();
        assertThat(aim.passed()).containsExactly(new Passed(true, 20));
        hold.pass();
        carried.get(10, TimeUnit.SECONDS);
        assertThat(arrived.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void goesOnThroughFurtherRecordsOfALongPacket() throws Exception {
        TlsAim aim = new TlsAim();
        byte[] bytes = stream(record(TlsRecords.APPLICATION_DATA, 8192), record(TlsRecords.APPLICATION_DATA, 4000));
        Hold hold = aim.stopInside(560, 9000);
        Meter up = aim.up();
        CompletableFuture<Void> carried = CompletableFuture.runAsync(() -> uncheckedCarry(up, bytes, 1000));
        assertThat(hold.awaitReached(PATIENCE)).isTrue();
        assertThat(size()).isEqualTo(5 + 9000);
        assertThat(aim.stoppedInside()).isTrue();
        hold.drop();
        await().atMost(PATIENCE).until(carried::isCompletedExceptionally);
        assertThat(size()).isEqualTo(5 + 9000);
    }

    @Test
    void aimsAtTheTerminalsWordsAloneAndForgetsWhatItIsToldToForget() throws Exception {
        TlsAim aim = new TlsAim();
        Hold hold = aim.stopInside(560, 1);
        carry(aim.down(), record(TlsRecords.APPLICATION_DATA, 642), 100);
        carry(aim.up(), record(HANDSHAKE, 2000), 100);
        aim.disarm();
        carry(aim.up(), record(TlsRecords.APPLICATION_DATA, 642), 100);
        assertThat(hold.isReached()).isFalse();
    }

    private void uncheckedCarry(Meter meter, byte[] bytes, int piece) {
        try {
            carry(meter, bytes, piece);
        } catch (IOException | InterruptedException e) {
            throw new java.util.concurrent.CompletionException(new ExecutionException(e));
        }
    }
}
