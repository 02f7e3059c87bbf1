package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;
import org.yici.device.DeviceId;
import org.yici.device.DeviceThread;
import org.yici.device.PhotoDecoder;
import org.yici.device.ReaderEvent;
import org.yici.device.contract.Fuzz;
import org.yici.driver.serial.SerialDeviceFault;
import org.yici.driver.serial.SerialLink;

/** Whatever comes over the line: no exception but the driver's own, no waiting beyond its limits, and the next sound answer is found. */
class SdtFuzzTest {
    private static final byte[] SOUND = Golden.answer("SAM id");
    /** A length that was believed has to be filled before it can be disbelieved. */
    private static final byte[] FILLER = filler();

    private static byte[] filler() {
        byte[] filler = new byte[2400];
        Arrays.fill(filler, (byte) 0x5B);
        return filler;
    }

    private static byte[] anyAnswer(Random random) {
        return Golden.ALL.get(random.nextInt(Golden.ALL.size())).answer();
    }

    @Test
    void theParserFindsTheNextAnswer() {
        Fuzz.run("frames", random -> {
            byte[] damaged = Fuzz.damaged(anyAnswer(random), random);
            FrameParser parser = new FrameParser();
            List<SdtAnswer> answers = new ArrayList<>();
            for (byte[] bytes : List.of(damaged, FILLER, SOUND)) {
                for (int at = 0; at < bytes.length; ) {
                    int to = Math.min(bytes.length, at + 1 + random.nextInt(300));
                    byte[] part = Arrays.copyOfRange(bytes, at, to);
                    answers.addAll(parser.feed(part, part.length));
                    at = to;
                }
            }
            assertThat(answers).isNotEmpty();
            assertThat(answers.get(answers.size() - 1).data()).hasSize(16);
        });
    }

    @Test
    void noTextIsTakenForACardThatItIsNot() {
        List<String> titles = Golden.ALL.stream()
                .map(Golden.Exchange::title)
                .filter(title -> title.startsWith("read base"))
                .toList();
        Fuzz.run("texts of cards", random -> {
            byte[] text = Fuzz.damaged(Golden.text(titles.get(random.nextInt(titles.size()))), random);
            CardText parsed = CardLayout.parse(Arrays.copyOf(text, CardFields.LENGTH));
            if (parsed instanceof CardText.Read read) {
                assertThat(read.card().name()).isNotBlank();
                assertThat(read.card().number()).hasSizeBetween(15, 18);
            }
        });
    }

    @Test
    void theConversationEndsByItsOwnFaultsAlone() {
        Fuzz.run("conversations", random -> {
            ManualTime time = new ManualTime(Instant.EPOCH);
            Babbler link = new Babbler(random, time);
            SdtConfig config = new SdtConfig(
                    "port",
                    115_200,
                    Duration.ofMillis(300),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean());
            SdtLine line = new SdtLine(link, 115_200, time, new DeviceThread(new DeviceId("reader")));
            List<ReaderEvent> events = new ArrayList<>();
            SdtConversation conversation =
                    new SdtConversation(line, new CardReading(line, config, PhotoDecoder.NONE), time, events::add);
            try {
                conversation.begin();
                for (int polls = 0; polls < 5; polls++) {
                    conversation.poll();
                }
            } catch (SerialDeviceFault e) {
                assertThat(e.fault().name()).isNotBlank();
            }
            assertThat(time.nanos())
                    .as("waited")
                    .isLessThan(Duration.ofMinutes(10).toNanos());
        });
    }

    /** Answers each command with something that may be damaged, or with the answer to another. */
    private static final class Babbler implements SerialLink {
        private final Random random;
        private final ManualTime time;
        private byte[] coming = {};

        Babbler(Random random, ManualTime time) {
            this.random = random;
            this.time = time;
        }

        @Override
        public int read(byte[] into) {
            int count = Math.min(1 + random.nextInt(into.length), coming.length);
            time.advance(Duration.ofMillis(count == 0 ? 100 : random.nextInt(20)));
            System.arraycopy(coming, 0, into, 0, count);
            coming = Arrays.copyOfRange(coming, count, coming.length);
            return count;
        }

        @Override
        public void write(byte[] bytes) {
            byte[] right = Golden.ALL.stream()
                    .filter(exchange -> Arrays.equals(exchange.request(), bytes))
                    .findFirst()
                    .map(Golden.Exchange::answer)
                    .orElse(SOUND);
            byte[] answer = random.nextInt(5) == 0 ? anyAnswer(random) : right;
            coming = random.nextInt(3) == 0 ? Fuzz.damaged(answer, random) : answer;
        }

        @Override
        public void drop() {
            coming = new byte[0];
        }

        @Override
        public void close() {}
    }
}
