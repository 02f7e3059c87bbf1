package org.yici.bench.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ScannerFarEndTest {
    private static final HeldCode CODE = new HeldCode("A1".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private Path link;
    private ScannerFarEnd farEnd;

    @BeforeEach
    void plug() throws IOException {
        link = folder.resolve("run/scanner");
        farEnd = new ScannerFarEnd(link, Optional.empty(), ScannerProtocol.PLAIN, true, changes::incrementAndGet);
        farEnd.plug();
    }

    @AfterEach
    void close() throws IOException {
        farEnd.close();
    }

    @Test
    void sendsAtTheRateOfTheWireByItsOwnClock() throws IOException {
        try (HostPort port = new HostPort(link)) {
            farEnd.scanner().hold(CODE);
            port.expect("A1\r");
        }
    }

    @Test
    void losesWhatItSeesWhileNobodyHasThePortOpen() throws IOException {
        farEnd.scanner().hold(CODE);
        await().until(() -> farEnd.scanner().seen() == 1);
        try (HostPort port = new HostPort(link)) {
            await().until(farEnd::isOpened);
            farEnd.scanner().hold(new HeldCode("A2".getBytes(StandardCharsets.US_ASCII)));
            port.expect("A2\r");
        }
    }

    @Test
    void knowsWhetherThePortIsOpen() throws IOException {
        await().until(() -> !farEnd.isOpened());
        try (HostPort port = new HostPort(link)) {
            await().until(farEnd::isOpened);
        }
        await().until(() -> !farEnd.isOpened());
    }

    @Test
    void hangsUpWhenUnpluggedAndComesBackUnderTheSameName() throws IOException {
        farEnd.scanner().hold(CODE);
        try (HostPort port = new HostPort(link)) {
            farEnd.unplug();
            farEnd.unplug();
            assertThat(farEnd.isPlugged()).isFalse();
            assertThat(farEnd.scanner().isLooking()).isFalse();
            assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        }
        farEnd.scanner().take();
        farEnd.plug();
        farEnd.plug();
        try (HostPort port = new HostPort(link)) {
            farEnd.scanner().hold(CODE);
            port.expect("A1\r");
        }
    }

    @Test
    void anotherScannerTakesItsPlaceUnderTheSameName() throws IOException {
        farEnd.replace(ScannerProtocol.NEWLAND);
        assertThat(farEnd.protocol()).isEqualTo(ScannerProtocol.NEWLAND);
        assertThat(farEnd.isPlugged()).isTrue();
        Golden.Conversation look = Golden.conversation(ScannerProtocol.NEWLAND, "look for codes");
        try (HostPort port = new HostPort(link)) {
            port.send(look.request());
            port.expect(look.answer());
        }
        farEnd.unplug();
        farEnd.replace(ScannerProtocol.HONEYWELL);
        assertThat(farEnd.isPlugged()).isFalse();
        assertThat(farEnd.protocol()).isEqualTo(ScannerProtocol.HONEYWELL);
    }

    @Test
    void forgetsATriggerWithItsPower() throws IOException {
        farEnd.replace(ScannerProtocol.HONEYWELL);
        try (HostPort port = new HostPort(link)) {
            port.send(Golden.conversation(ScannerProtocol.HONEYWELL, "look for codes")
                    .request());
            await().until(farEnd.scanner()::isLooking);
        }
        farEnd.unplug();
        farEnd.plug();
        assertThat(farEnd.scanner().isLooking()).isFalse();
    }

    @Test
    void tellsOfEachChange() throws IOException {
        await().until(() -> changes.get() == 1); // begins to look
        try (HostPort port = new HostPort(link)) {
            await().until(() -> changes.get() == 2); // opened
            farEnd.scanner().hold(CODE);
            await().until(() -> changes.get() == 3); // seen
        }
        await().until(() -> changes.get() == 4); // closed
    }

    @Test
    void opensThePortToAGroup() throws IOException {
        String own = Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                .readAttributes()
                .group()
                .getName();
        Path shared = folder.resolve("shared/scanner");
        try (ScannerFarEnd group =
                new ScannerFarEnd(shared, Optional.of(own), ScannerProtocol.PLAIN, false, () -> {})) {
            group.plug();
            Path device = Files.readSymbolicLink(shared);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(device)))
                    .isEqualTo("rw-rw----");
            assertThat(Files.getAttribute(device, "posix:group").toString()).isEqualTo(own);
        }
    }
}
