package org.yici.driver.sdt;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.yici.driver.serial.Pty;

/**
 * The far end of these tests: a reader that answers in golden bytes over a pseudo-terminal, and can be told to answer badly. Not the
 * bench, which others write.
 */
final class FarEnd implements AutoCloseable {
    /** What the next answer to a command is instead of the right one. */
    private record Instead(byte[] bytes, int leaveOut) {}

    private static final Map<String, Integer> RATES =
            Map.of("6000", 115_200, "6001", 57_600, "6002", 38_400, "6003", 19_200, "6004", 9_600);

    private final Path link;
    private final Map<String, Instead> instead = new ConcurrentHashMap<>();
    private final Map<String, byte[]> always = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Pty pty;
    private volatile byte[] card = {};
    private volatile boolean fresh;
    private volatile boolean mute;
    private volatile byte[] before = {};
    private volatile int speaks;
    private volatile long nanosPerByte;

    FarEnd(Path link) {
        this.link = link;
    }

    /** Plugs the reader in. */
    void plugIn() {
        Pty plugged = new Pty(link);
        pty = plugged;
        Thread thread = new Thread(() -> serve(plugged), "far-end");
        thread.setDaemon(true);
        thread.start();
    }

    void unplug() {
        Pty plugged = pty;
        pty = null;
        if (plugged != null) {
            plugged.close();
        }
    }

    /** Lays a card whose read answers with these golden bytes. */
    void lay(String goldenTitle) {
        layBytes(Golden.answer(goldenTitle));
    }

    void layBytes(byte[] answerToRead) {
        card = answerToRead;
        fresh = true;
    }

    void take() {
        fresh = false;
        card = new byte[0];
    }

    /** The next answer to {@code command} (four hexadecimal digits) is this. */
    void answerOnce(String command, byte[] bytes) {
        instead.put(command, new Instead(bytes, 0));
    }

    /** Every answer to {@code command} is this. */
    void answerAlways(String command, byte[] bytes) {
        always.put(command, bytes);
    }

    void answerRightly() {
        always.clear();
    }

    /** The next answer to {@code command} lacks its last bytes. */
    void cutOnce(String command, int leaveOut) {
        instead.put(command, new Instead(right(command), leaveOut));
    }

    /** Takes commands and says nothing. */
    void mute(boolean silent) {
        mute = silent;
    }

    /** Understands this rate alone and answers in it; at others it hears and says nothing. */
    void speaks(int baud) {
        speaks = baud;
    }

    int speaks() {
        return speaks;
    }

    /** Sends so few bytes a second; 0: as fast as it can. */
    void slow(int bytesPerSecond) {
        nanosPerByte = bytesPerSecond == 0 ? 0 : 1_000_000_000L / bytesPerSecond;
    }

    /** Sends bytes before each answer. */
    void noiseBeforeAnswers(byte[] noise) {
        before = noise;
    }

    /** Sends bytes now, unasked. */
    void say(byte[] bytes) {
        Pty plugged = pty;
        if (plugged != null) {
            plugged.write(bytes);
        }
    }

    /** The commands so far, four hexadecimal digits each. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(Pty plugged) {
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        while (pty == plugged) {
            byte[] came = plugged.read();
            pending.writeBytes(came);
            while (pending.size() >= 10) {
                byte[] all = pending.toByteArray();
                pending.reset();
                pending.write(all, 10, all.length - 10);
                answer(plugged, HexFormat.of().formatHex(all, 7, 9));
            }
        }
    }

    private void answer(Pty plugged, String command) {
        if (speaks != 0 && speaks != plugged.baud()) {
            return;
        }
        asked.add(command);
        if (mute) {
            return;
        }
        Instead other = instead.remove(command);
        byte[] answer = other == null
                ? always.getOrDefault(command, right(command))
                : Arrays.copyOf(other.bytes(), other.bytes().length - other.leaveOut());
        if (other == null && command.startsWith("30")) {
            fresh = false;
        }
        plugged.write(before);
        send(plugged, answer);
        Integer rate = RATES.get(command);
        if (rate != null && always.isEmpty()) {
            speaks = rate;
        }
    }

    private void send(Pty plugged, byte[] answer) {
        int at = 0;
        while (nanosPerByte > 0 && at < answer.length && pty == plugged) {
            LockSupport.parkNanos(nanosPerByte);
            plugged.write(new byte[] {answer[at++]});
        }
        plugged.write(Arrays.copyOfRange(answer, at, answer.length));
    }

    private byte[] right(String command) {
        return switch (command) {
            case "10ff", "6000", "6001", "6002", "6003", "6004" -> Golden.answer("reset SAM");
            case "11ff" -> Golden.answer("SAM status");
            case "12ff" -> Golden.answer("SAM id");
            case "2001" -> Golden.answer(fresh ? "find: card" : "find: none");
            case "2002" -> Golden.answer(fresh ? "select: ok" : "select: failed");
            case "3003" -> Golden.answer("newest address: none");
            case "3001", "3010" -> card.length == 0 ? Golden.answer("read: failed") : card;
            default -> throw new AssertionError("the driver asks " + command);
        };
    }

    @Override
    public void close() {
        unplug();
    }
}
