package org.yici.bench.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.people.People;

/** The kiosk's side is the device file, opened as a plain file. */
@Timeout(20)
class ReaderFarEndTest {
    @TempDir
    Path folder;

    private Path link;
    private ReaderFarEnd farEnd;

    @BeforeEach
    void plug() throws IOException {
        link = folder.resolve("run/reader");
        farEnd = new ReaderFarEnd(link, Optional.empty(), false, () -> {});
        farEnd.plug();
    }

    @AfterEach
    void close() throws IOException {
        farEnd.close();
    }

    @Test
    void readsACardThroughTheDeviceFile() throws IOException {
        farEnd.reader().lay(People.builtIn().find("ji-da").orElseThrow());
        try (Port port = new Port(link)) {
            assertThat(port.ask("find: card"))
                    .isEqualTo(Golden.exchange("find: card").answer());
            assertThat(port.ask("select: ok"))
                    .isEqualTo(Golden.exchange("select: ok").answer());
            Golden.Exchange read = Golden.exchange("read base, citizen-long-term-rare");
            assertThat(port.ask(read.title())).isEqualTo(read.answer());
        }
    }

    @Test
    void takesTheTimeOfTheWireWhenAskedTo() throws IOException {
        Path slow = folder.resolve("slow/reader");
        try (ReaderFarEnd paced = new ReaderFarEnd(slow, Optional.empty(), true, () -> {})) {
            paced.plug();
            paced.reader().lay(People.builtIn().find("lin-zhixia").orElseThrow());
            try (Port port = new Port(slow)) {
                port.ask("find: card");
                port.ask("select: ok");
                long began = System.nanoTime();
                port.ask("read base, citizen");
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(105));
            }
        }
    }

    @Test
    void knowsWhetherThePortIsOpen() throws IOException {
        await().until(() -> !farEnd.isOpened());
        try (Port port = new Port(link)) {
            await().until(farEnd::isOpened);
        }
        await().until(() -> !farEnd.isOpened());
        try (Port port = new Port(link)) {
            assertThat(port.ask("SAM status"))
                    .isEqualTo(Golden.exchange("SAM status").answer());
        }
    }

    @Test
    void hangsUpWhenUnpluggedAndComesBackUnderTheSameName() throws IOException {
        try (Port port = new Port(link)) {
            port.ask("SAM status");
            farEnd.unplug();
            assertThat(farEnd.isPlugged()).isFalse();
            assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
            assertThatThrownBy(() -> port.ask("SAM status")).isInstanceOf(IOException.class);
        }
        farEnd.plug();
        try (Port port = new Port(link)) {
            assertThat(port.ask("SAM status"))
                    .isEqualTo(Golden.exchange("SAM status").answer());
        }
    }

    @Test
    void drainsWhateverIsWrittenToIt() throws IOException {
        try (Port port = new Port(link)) {
            port.write(new byte[300_000]);
            assertThat(port.ask("SAM status"))
                    .isEqualTo(Golden.exchange("SAM status").answer());
        }
    }

    @Test
    void clearsAwayTheLinkOfAFormerRunAndNoOther() throws IOException {
        Path stale = folder.resolve("other/reader");
        Path other = folder.resolve("other/scanner");
        Files.createDirectories(stale.getParent());
        Files.createSymbolicLink(stale, Path.of("/dev/null"));
        Files.createSymbolicLink(other, Path.of("/dev/null"));
        new ReaderFarEnd(folder.resolve("other/reader"), Optional.empty(), false, () -> {}).close();
        assertThat(Files.exists(stale, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(Files.exists(other, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void opensThePortToAGroup() throws IOException {
        String own = Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                .readAttributes()
                .group()
                .getName();
        Path shared = folder.resolve("shared/reader");
        try (ReaderFarEnd group = new ReaderFarEnd(shared, Optional.of(own), false, () -> {})) {
            group.plug();
            Path device = Files.readSymbolicLink(shared);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(device)))
                    .isEqualTo("rw-rw----");
            assertThat(Files.getAttribute(device, "posix:group").toString()).isEqualTo(own);
        }
    }

    /** The device file as the kiosk has it. */
    private static final class Port implements AutoCloseable {
        private final InputStream in;
        private final FileOutputStream out;

        Port(Path link) throws IOException {
            in = new DataInputStream(new FileInputStream(link.toFile())); // a FileInputStream seeks
            out = new FileOutputStream(link.toFile());
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        byte[] ask(String title) throws IOException {
            Golden.Exchange exchange = Golden.exchange(title);
            out.write(exchange.request());
            byte[] answer = in.readNBytes(exchange.answer().length);
            if (answer.length < exchange.answer().length) {
                throw new IOException("the line ended after " + answer.length + " bytes");
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            in.close();
            out.close();
        }
    }
}
