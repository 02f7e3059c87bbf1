package org.yici.bench.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.x11.DisplayName;

/** Against a real Xvfb with a cookie; xsetroot paints, xdotool says where the pointer is. */
@Timeout(60)
class VirtualScreenTest {
    @TempDir
    Path folder;

    private Path authority;
    private Process xvfb;
    private DisplayName display;

    @BeforeEach
    void startXvfb() throws Exception {
        authority = folder.resolve("authority");
        Files.createDirectory(folder.resolve("fb"));
        String cookie = "00112233445566778899aabbccddeeff";
        Path number = folder.resolve("number");
        writeCookie(cookie);
        xvfb = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec Xvfb -displayfd 1 -screen 0 320x240x24 -nolisten tcp -nocursor -noreset -auth "
                                + authority + " -fbdir " + folder.resolve("fb") + " > " + number + " 2>/dev/null")
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(number) && Files.size(number) > 0);
        display = new DisplayName(Integer.parseInt(Files.readString(number).strip()));
    }

    @AfterEach
    void stopXvfb() throws InterruptedException {
        xvfb.destroy();
        xvfb.waitFor(10, TimeUnit.SECONDS);
    }

    /** One entry without a display number, as {@code xauth} writes for a wildcard. */
    private void writeCookie(String hex) throws IOException {
        byte[] name = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);
        byte[] secret = HexFormat.of().parseHex(hex);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(0xFFFF);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(name.length);
        out.write(name);
        out.writeShort(secret.length);
        out.write(secret);
        Files.write(authority, bytes.toByteArray());
    }

    @Test
    void showsWhatTheFrameBufferFileHolds() throws Exception {
        Path file = folder.resolve("fb/Xvfb_screen0");
        try (Screen screen = new Screen(Optional.of(file), Optional.of(display), Optional.of(authority), () -> {})) {
            await().until(() -> screen.status().available());
            assertThat(screen.status()).isEqualTo(new Screen.Status(true, 320, 240, "frame-buffer"));
            List<Screen.Patch> seen = new CopyOnWriteArrayList<>();
            screen.add(seen::addAll);
            await().until(() -> !seen.isEmpty());
            seen.clear();
            paintRoot("#0B57A4");
            await().until(() -> colour(screen, 160, 120) == 0xFF0B57A4);
            await().until(() -> !seen.isEmpty());
        }
    }

    @Test
    void leavesAWatcherWithTheScreenAsItIs() throws Exception {
        Path file = Files.write(folder.resolve("screen"), Files.readAllBytes(folder.resolve("fb/Xvfb_screen0")));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Screen screen = new Screen(Optional.of(file), Optional.empty(), Optional.empty(), () -> {})) {
            BufferedImage canvas = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            screen.add(patches -> patches.forEach(patch -> draw(canvas, patch)));
            MappedByteBuffer pixels = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
            int offset = pixels.capacity() - 320 * 240 * 4;
            Random random = new Random(1);
            long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            while (System.nanoTime() < end) {
                pixels.put(offset + random.nextInt(320 * 240 * 4), (byte) random.nextInt());
            }
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(argb(canvas)).isEqualTo(argb(picture(screen))));
        }
    }

    private static synchronized void draw(BufferedImage canvas, Screen.Patch patch) {
        try {
            canvas.getGraphics()
                    .drawImage(ImageIO.read(new ByteArrayInputStream(patch.png())), patch.x(), patch.y(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized int[] argb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage picture(Screen screen) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(screen.picture().orElseThrow()));
    }

    @Test
    void asksTheServerWhereThereIsNoFile() throws Exception {
        try (Screen screen = new Screen(Optional.empty(), Optional.of(display), Optional.of(authority), () -> {})) {
            await().until(() -> screen.status().available());
            assertThat(screen.status().kind()).isEqualTo("x11");
            paintRoot("#C8102E");
            await().until(() -> colour(screen, 10, 10) == 0xFFC8102E);
        }
    }

    @Test
    void looksAtNoPixelWhileNobodyWatches() throws Exception {
        try (Screen screen = new Screen(Optional.empty(), Optional.of(display), Optional.of(authority), () -> {})) {
            await().until(() -> screen.status().available());
            long before = bytesWrittenByTheServer();
            await().during(Duration.ofSeconds(1)).until(() -> bytesWrittenByTheServer() - before < 320 * 240 * 4);
            screen.add(patches -> {});
            await().until(() -> bytesWrittenByTheServer() - before >= 320 * 240 * 4);
        }
    }

    private long bytesWrittenByTheServer() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(xvfb.pid()), "io")).stream()
                .filter(line -> line.startsWith("wchar:"))
                .mapToLong(
                        line -> Long.parseLong(line.substring("wchar:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhenTheScreenGoes() throws Exception {
        Path file = folder.resolve("fb/Xvfb_screen0");
        try (Screen screen = new Screen(Optional.of(file), Optional.of(display), Optional.of(authority), () -> {});
                Finger finger = new Finger(Optional.of(display), Optional.of(authority))) {
            await().until(() -> screen.status().available());
            assertThat(finger.touch(5, 5, Finger.Act.TAP)).isTrue();
            stopXvfb();
            Files.deleteIfExists(file);
            await().until(() -> !screen.status().available());
            assertThat(screen.picture()).isEmpty();
            assertThat(finger.touch(5, 5, Finger.Act.TAP)).isFalse();
        }
    }

    @Test
    void movesThePointerAndPressesKeys() throws Exception {
        try (Finger finger = new Finger(Optional.of(display), Optional.of(authority))) {
            assertThat(finger.touch(123, 45, Finger.Act.TAP)).isTrue();
            assertThat(output("xdotool", "getmouselocation", "--shell")).contains("X=123", "Y=45");
            assertThat(finger.type("A")).isTrue();
            assertThat(finger.type("Enter")).isTrue();
            assertThat(finger.type("中")).isFalse();
        }
    }

    @Test
    void isRefusedWithoutTheCookie() {
        try (Finger finger = new Finger(Optional.of(display), Optional.empty())) {
            assertThat(finger.touch(1, 1, Finger.Act.TAP)).isFalse();
        }
    }

    private void paintRoot(String colour) throws Exception {
        output("xsetroot", "-solid", colour);
    }

    private String output(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", ":" + display.number());
        builder.environment().put("XAUTHORITY", authority.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private static int colour(Screen screen, int x, int y) {
        try {
            Optional<byte[]> png = screen.picture();
            if (png.isEmpty()) {
                return 0;
            }
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.get()));
            return image.getRGB(x, y);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
