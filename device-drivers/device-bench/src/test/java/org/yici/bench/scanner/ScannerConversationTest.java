package org.yici.bench.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each protocol and each switch over a real pseudo-terminal, held to the golden file. */
@Timeout(30)
class ScannerConversationTest {
    private static final String LOOK = "look for codes";
    private static final String STOP = "stop";
    private static final String PACKETS = "packets instead of bare text, not saved";
    private static final String ACKNOWLEDGE = "acknowledge";
    private static final String SEND_AGAIN = "send again";

    @TempDir
    Path folder;

    @Test
    void newlandAnswersCommandsAndSendsBareText() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.exchange(LOOK);
            await().until(rig.scanner::isLooking);
            rig.hold("办事码 A1");
            rig.port.expect("办事码 A1\r");
            assertThat(rig.scanner.isLooking()).isFalse();
            rig.exchange(LOOK);
            rig.port.expect("办事码 A1\r");
            rig.scanner.take();
            rig.exchange(LOOK);
            rig.exchange(STOP);
            assertThat(rig.scanner.isLooking()).isFalse();
            assertThat(rig.scanner.seen()).isEqualTo(2);
        }
    }

    @Test
    void newlandRefusesWhatItDoesNotKnow() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.port.send("~\u00010000@SCNTRG1;SCNXYZ7;\u0003".getBytes(StandardCharsets.US_ASCII));
            rig.port.expect("\u0002\u00010000@SCNTRG1\u0006;SCNXYZ7\u0015;\u0003");
            assertThat(rig.scanner.isLooking()).isTrue();
        }
    }

    @Test
    void honeywellLooksAndStopsWithoutAnAnswer() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.HONEYWELL)) {
            rig.send(LOOK);
            await().until(rig.scanner::isLooking);
            rig.send(STOP);
            await().until(() -> !rig.scanner.isLooking());
            rig.hold("A1");
            rig.send(LOOK);
            rig.port.expect("A1\r");
        }
    }

    @Test
    void zebraSendsBareTextUntilItIsToldToSendPackets() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.ZEBRA_SSI)) {
            rig.hold("办事码 A1");
            rig.exchange(LOOK);
            rig.port.expect("办事码 A1\r");
            rig.exchange(PACKETS);
            rig.exchange(LOOK);
            rig.port.expect(golden("a code in one packet").answer());
            rig.send(ACKNOWLEDGE);
            rig.exchange(STOP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a code in one packet", "a code in two packets"})
    void zebraSendsThePacketsOfTheGoldenFile(String title) throws IOException {
        try (ScannerRig rig = packeted()) {
            Golden.Conversation code = golden(title);
            rig.hold(code.code().get(0));
            rig.exchange(LOOK);
            for (byte[] packet : code.answered()) {
                rig.port.expect(packet);
                rig.send(ACKNOWLEDGE);
            }
            rig.exchange(STOP);
        }
    }

    @Test
    void zebraSendsADamagedPacketAgainWhenAsked() throws IOException {
        try (ScannerRig rig = packeted()) {
            rig.with(ScannerQuirk.DAMAGES_PACKETS);
            Golden.Conversation code = golden("a code whose packet was damaged, and sent again");
            rig.hold(code.code().get(0));
            rig.exchange(LOOK);
            rig.port.expect(code.answered().get(0));
            rig.send(SEND_AGAIN);
            rig.port.expect(code.answered().get(1));
            rig.send(ACKNOWLEDGE);
            rig.exchange(STOP);
        }
    }

    @Test
    void zebraSendsAgainWhenTheHostIsSilentAndGivesUpAfterThreeTimes() throws IOException {
        try (ScannerRig rig = packeted()) {
            rig.hold("ABC");
            rig.exchange(LOOK);
            byte[] first = SsiPacket.of(0xF3, 0, (byte) 0x1C, (byte) 'A', (byte) 'B', (byte) 'C');
            byte[] again = golden("a code whose packet was damaged, and sent again")
                    .answered()
                    .get(1);
            rig.port.expect(first);
            rig.passUntilReceived(again.length);
            rig.port.expect(again);
            rig.passUntilReceived(again.length);
            rig.port.expect(again);
            rig.exchange(LOOK);
            rig.passUntilReceived(first.length);
            rig.port.expect(first);
        }
    }

    @Test
    void zebraSendsAgainWhatItBelievesUnacknowledged() throws IOException {
        try (ScannerRig rig = packeted()) {
            rig.with(ScannerQuirk.LOSES_ACKS);
            Golden.Conversation code = golden("a code whose packet was damaged, and sent again");
            rig.hold(code.code().get(0));
            rig.exchange(LOOK);
            rig.port.expect(SsiPacket.of(0xF3, 0, (byte) 0x1C, (byte) 'A', (byte) 'B', (byte) 'C'));
            rig.send(ACKNOWLEDGE);
            rig.passUntilReceived(1);
            rig.port.expect(code.answered().get(1));
            rig.send(ACKNOWLEDGE);
            rig.exchange(STOP);
        }
    }

    @Test
    void zebraSendsEachCodeTwiceWhenItRepeats() throws IOException {
        try (ScannerRig rig = packeted()) {
            rig.with(ScannerQuirk.REPEATS);
            Golden.Conversation code = golden("a code in one packet");
            rig.hold(code.code().get(0));
            rig.exchange(LOOK);
            rig.port.expect(code.answer());
            rig.send(ACKNOWLEDGE);
            rig.port.expect(code.answer());
            rig.send(ACKNOWLEDGE);
            rig.exchange(STOP);
            assertThat(rig.scanner.seen()).isEqualTo(1);
        }
    }

    @Test
    void zebraForgetsThePacketsWithItsPower() throws IOException {
        try (ScannerRig rig = packeted()) {
            rig.farEnd.replace(ScannerProtocol.ZEBRA_SSI);
            rig.hold("A1");
            try (HostPort port = new HostPort(rig.farEnd.link())) {
                port.send(golden(LOOK).request());
                port.expect(golden(LOOK).answer());
                port.expect("A1\r");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'UTF-8, CR', UTF-8,",
        "'UTF-8, LF', UTF-8, SUFFIX_LF",
        "'UTF-8, CR and LF', UTF-8, SUFFIX_CRLF",
        "'GB18030, CR', GB18030,",
        "'a rare character in GB18030, CR', GB18030,"
    })
    void plainSendsTheBytesOfTheGoldenFile(String title, Charset charset, ScannerQuirk quirk) throws IOException {
        Golden.Conversation code = Golden.conversation(ScannerProtocol.PLAIN, title);
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.PLAIN)) {
            if (quirk != null) {
                rig.with(quirk);
            }
            rig.scanner.hold(new HeldCode(code.code().get(0).getBytes(charset)));
            rig.port.expect(code.answer());
        }
    }

    @Test
    void plainJustEndsWithoutASuffix() throws IOException {
        byte[] bytes =
                Golden.conversation(ScannerProtocol.PLAIN, "no end").answered().get(0);
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.PLAIN)) {
            rig.with(ScannerQuirk.SUFFIX_NONE);
            rig.scanner.hold(new HeldCode(bytes));
            rig.port.expect(bytes);
            rig.hold("next");
            rig.port.expect("next");
        }
    }

    @Test
    void plainSeesACodeAgainOnlyAfterItWasTakenAway() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.PLAIN)) {
            assertThat(rig.scanner.isLooking()).isTrue();
            rig.hold("A1");
            rig.port.expect("A1\r");
            rig.hold("A1");
            rig.hold("A2");
            rig.port.expect("A2\r");
            rig.scanner.take();
            rig.hold("A2");
            rig.port.expect("A2\r");
            assertThat(rig.scanner.seen()).isEqualTo(1);
        }
    }

    @Test
    void plainDoesNotListen() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.PLAIN)) {
            rig.port.send(Golden.conversation(ScannerProtocol.NEWLAND, LOOK).request());
            rig.port.send(golden(LOOK).request());
            rig.hold("A1");
            rig.port.expect("A1\r");
        }
    }

    @Test
    void stopsByItselfAfterFiveSeconds() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.exchange(LOOK);
            rig.pass(Duration.ofSeconds(5).minusNanos(1));
            assertThat(rig.scanner.isLooking()).isTrue();
            rig.pass(Duration.ofNanos(1));
            assertThat(rig.scanner.isLooking()).isFalse();
            rig.hold("A1");
            rig.exchange(STOP);
            rig.exchange(LOOK);
            rig.port.expect("A1\r");
            assertThat(rig.scanner.seen()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatItIsTold() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.with(ScannerQuirk.REFUSES);
            rig.exchange("look for codes, refused");
            assertThat(rig.scanner.isLooking()).isFalse();
        }
    }

    @Test
    void zebraRefusesWithTheReason() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.ZEBRA_SSI)) {
            rig.with(ScannerQuirk.REFUSES);
            rig.send(LOOK);
            rig.port.expect(SsiPacket.of(0xD1, 0, (byte) 6));
            assertThat(rig.scanner.isLooking()).isFalse();
        }
    }

    @Test
    void muteSendsNeitherAnswersNorCodes() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.with(ScannerQuirk.MUTE);
            rig.hold("A1");
            rig.send(LOOK);
            await().until(() -> rig.scanner.seen() == 1);
            rig.send(LOOK);
            await().until(() -> rig.scanner.seen() == 2);
            rig.scanner.take();
            rig.send(LOOK);
            await().until(rig.scanner::isLooking);
            rig.scanner.set(ScannerQuirk.MUTE, false);
            rig.exchange(STOP);
        }
    }

    @Test
    void aDeadTriggerIsConfirmedAndLooksForNothing() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.with(ScannerQuirk.DEAD_TRIGGER);
            rig.hold("A1");
            rig.exchange(LOOK);
            rig.exchange(STOP);
            assertThat(rig.scanner.isLooking()).isFalse();
            assertThat(rig.scanner.seen()).isZero();
        }
    }

    @Test
    void repeatsBareText() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.HONEYWELL)) {
            rig.with(ScannerQuirk.REPEATS);
            rig.hold("A1");
            rig.send(LOOK);
            rig.port.expect("A1\rA1\r");
        }
    }

    @Test
    void sendsALongCodeSlowlyAndWhole() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.NEWLAND)) {
            rig.with(ScannerQuirk.SLOW);
            rig.exchange(LOOK);
            rig.hold("办事码 2026");
            rig.port.expect("办事码 2026\r");
        }
    }

    @Test
    void anUnpluggedSlowScannerEndsInTheMiddleOfACode() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.PLAIN)) {
            rig.with(ScannerQuirk.SLOW);
            rig.hold("1".repeat(HeldCode.LONGEST));
            rig.port.expect("1");
            rig.farEnd.unplug();
            assertThat(rig.farEnd.isPlugged()).isFalse();
            assertThat(rig.scanner.isLooking()).isFalse();
        }
    }

    @Test
    void sendsTheLongestCodeWhole() throws IOException {
        try (ScannerRig rig = new ScannerRig(folder, ScannerProtocol.PLAIN)) {
            String digits = "0123456789".repeat(700);
            rig.hold(digits);
            rig.port.expect(digits + "\r");
        }
    }

    private ScannerRig packeted() throws IOException {
        ScannerRig rig = new ScannerRig(folder, ScannerProtocol.ZEBRA_SSI);
        rig.exchange(PACKETS);
        return rig;
    }

    private static Golden.Conversation golden(String title) {
        return Golden.conversation(ScannerProtocol.ZEBRA_SSI, title);
    }
}
