package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameParserTest {
    static Stream<Golden.Exchange> everyGoldenExchange() {
        return Golden.ALL.stream();
    }

    private static List<SdtAnswer> parse(byte[] bytes, int chunk) {
        FrameParser parser = new FrameParser();
        List<SdtAnswer> answers = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += chunk) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk));
            answers.addAll(parser.feed(part, part.length));
        }
        return answers;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void assertIs(SdtAnswer answer, byte[] frame) {
        assertThat(answer.cardStatus()).isEqualTo(frame[7] << 8 | frame[8]);
        assertThat(answer.status()).isEqualTo(Byte.toUnsignedInt(frame[9]));
        assertThat(answer.data()).isEqualTo(Arrays.copyOfRange(frame, 10, frame.length - 1));
    }

    @ParameterizedTest
    @MethodSource("everyGoldenExchange")
    void findsEveryAnswerInEveryChunkSize(Golden.Exchange exchange) {
        byte[] frame = exchange.answer();
        for (int chunk = 1; chunk <= frame.length; chunk++) {
            List<SdtAnswer> answers = parse(frame, chunk);
            assertThat(answers).as("chunks of %d bytes", chunk).hasSize(1);
            assertIs(answers.get(0), frame);
        }
    }

    @ParameterizedTest
    @MethodSource("everyGoldenExchange")
    void findsTheNextAnswerWhereverOneWasCutOff(Golden.Exchange exchange) {
        byte[] frame = exchange.answer();
        byte[] next = Golden.answer("select: ok");
        int step = Math.max(1, frame.length / 97);
        for (int cut = 0; cut < frame.length; cut += step) {
            // A length that was believed has to be filled before it can be disbelieved. The checksum is one byte: one
            // in 256
            // damaged frames passes; with this filler none here does.
            byte[] filler = new byte[2400];
            Arrays.fill(filler, (byte) 0x5B);
            byte[] bytes = joined(Arrays.copyOf(frame, cut), next, filler);
            assertThat(parse(bytes, 64)).as("cut after %d bytes", cut).anySatisfy(answer -> assertIs(answer, next));
        }
    }

    @Test
    void findsAnAnswerAfterExtraPreambleBytes() {
        byte[] frame = Golden.answer("find: card");
        for (int extra = 0; extra < 6; extra++) {
            byte[] before = new byte[extra];
            Arrays.fill(before, (byte) 0xAA);
            assertThat(parse(joined(before, frame), 1)).hasSize(1);
        }
    }

    @Test
    void findsAnswersThatFollowEachOther() {
        byte[] bytes = joined(Golden.answer("find: none"), Golden.answer("find: card"), Golden.answer("select: ok"));
        assertThat(parse(bytes, 7)).extracting(SdtAnswer::status).containsExactly(0x80, 0x9F, 0x90);
    }

    @Test
    void refusesEverySingleWrongByte() {
        byte[] frame = Golden.answer("find: card");
        for (int at = 0; at < frame.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] wrong = frame.clone();
                wrong[at] ^= (byte) (1 << bit);
                assertThat(parse(wrong, 3)).as("bit %d of byte %d", bit, at).isEmpty();
            }
        }
    }

    @RepeatedTest(200)
    void survivesRandomDamageAndFindsTheGoodAnswerBehindIt(RepetitionInfo run) {
        long seed = run.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] damaged =
                Golden.ALL.get(random.nextInt(Golden.ALL.size())).answer().clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        byte[] good = Golden.answer("SAM id");
        byte[] bytes = joined(noise, Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)), good, new byte[2400]);
        assertThat(parse(bytes, 1 + random.nextInt(64)))
                .as("seed %d", seed)
                .anySatisfy(answer -> assertIs(answer, good));
    }
}
