package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceThread;
import org.yici.device.PhotoDecoder;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.driver.serial.SerialDeviceFault;
import org.yici.driver.serial.SerialLink;

/** The conversation over a scripted link in virtual time: each empty read takes its 100 ms. */
class SdtConversationTest {
    private static final byte[] SILENCE = {};
    private static final String CITIZEN = "read base, citizen";

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final List<ReaderEvent> events = new ArrayList<>();
    private final ScriptedLink link = new ScriptedLink();

    private SdtConversation conversation(int baud) {
        SdtLine line = new SdtLine(link, baud, time, new DeviceThread(new DeviceId("reader")));
        SdtConfig config = new SdtConfig("port", baud, Duration.ofMillis(300), false, false, false);
        return new SdtConversation(line, new CardReading(line, config, PhotoDecoder.NONE), time, events::add);
    }

    private SdtConversation begun() throws Exception {
        SdtConversation conversation = conversation(115_200);
        link.answers("SAM status", "SAM id");
        assertThat(conversation.begin()).isEqualTo("05.03-20260101-000000001-000000002");
        return conversation;
    }

    @Test
    void sinceOpenedBeginsWithTheFirstAnswer() throws Exception {
        SdtConversation conversation = conversation(115_200);
        link.answer(SILENCE);
        link.answers("SAM status", "SAM id");
        conversation.begin();
        time.advance(Duration.ofSeconds(5));
        link.answers("find: card", "select: ok", CITIZEN);
        conversation.poll();
        assertThat(events).singleElement().satisfies(event -> assertThat(event.sinceOpened())
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6)));
    }

    @Test
    void silenceCountsAsOpenedAgainAndNoiseDoesNot() throws Exception {
        SdtConversation conversation = begun();
        time.advance(Duration.ofMinutes(1));
        link.answer(SILENCE);
        link.answers("SAM status", "find: card", "select: ok", CITIZEN);
        conversation.poll();
        conversation.poll();
        assertThat(events.get(0).sinceOpened()).isLessThan(Duration.ofSeconds(1));
        time.advance(Duration.ofMinutes(1));
        byte[] wrong = Golden.answer("find: none").clone();
        wrong[9] ^= 1;
        link.answer(wrong);
        link.answers("SAM status", "find: card", "select: ok", CITIZEN);
        conversation.poll();
        conversation.poll();
        assertThat(events.get(1).sinceOpened()).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void aLateCardIsNotTakenForTheNextCard() throws Exception {
        SdtConversation conversation = begun();
        link.answers("find: card", "select: ok");
        link.answer(SILENCE);
        // The first card's answer comes while the reader is asked whether it is there at all.
        link.answer(joined(Golden.answer(CITIZEN), Golden.answer("SAM status")));
        conversation.poll();
        link.answers("find: card", "select: ok", "read base, citizen-long-term-rare");
        conversation.poll();
        assertThat(events).hasSize(2);
        assertThat(((CardRead) events.get(1)).card().reveal().name()).isEqualTo("𠮷龘");
    }

    @Test
    void givesUpAfterThreeSilencesWithinTheTimeThatTheLineNeeds() {
        SdtConversation conversation = conversation(9_600);
        long began = time.nanos();
        assertThatThrownBy(conversation::begin)
                .isInstanceOfSatisfying(SerialDeviceFault.class, fault -> assertThat(fault.state())
                        .isEqualTo(DeviceState.NO_DEVICE));
        assertThat(link.asked).containsExactly("11ff", "11ff", "11ff");
        assertThat(time.since(began)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(18));
    }

    @Test
    void dropsWhatCameUnaskedBeforeEachCommand() throws Exception {
        begun();
        assertThat(link.drops).isEqualTo(2);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private final class ScriptedLink implements SerialLink {
        private final Queue<byte[]> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();
        private byte[] coming = {};
        private int drops;

        void answer(byte[] bytes) {
            answers.add(bytes);
        }

        void answers(String... titles) {
            for (String title : titles) {
                answers.add(Golden.answer(title));
            }
        }

        @Override
        public int read(byte[] into) {
            int count = Math.min(into.length, coming.length);
            if (count == 0) {
                time.advance(Duration.ofMillis(100));
            }
            System.arraycopy(coming, 0, into, 0, count);
            coming = Arrays.copyOfRange(coming, count, coming.length);
            return count;
        }

        @Override
        public void write(byte[] bytes) {
            asked.add(HexFormat.of().formatHex(bytes, 7, 9));
            byte[] answer = answers.poll();
            coming = answer == null ? SILENCE : answer;
        }

        @Override
        public void drop() {
            drops++;
            coming = SILENCE;
        }

        @Override
        public void close() {}
    }
}
