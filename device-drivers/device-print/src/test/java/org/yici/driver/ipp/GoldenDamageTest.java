package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.http.BoundedBody;
import org.yici.driver.ipp.GoldenPrinter.End;
import org.yici.driver.ipp.IppClient.JobAnswer;

/** Golden answers in pieces of every size mean the same, and cut off at any byte nothing. */
class GoldenDamageTest {
    /** What contradicts the other count stands at its end. */
    private static final byte[] DONE = Golden.answer("how job 1 is", "completed, two sides on one sheet");

    private final GoldenPrinter printer = new GoldenPrinter();

    @AfterEach
    void stop() {
        printer.close();
    }

    static Stream<Golden.Title> answers() {
        return Golden.answers();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isPutTogetherFromPiecesOfEverySize(Golden.Title title) {
        byte[] answer = Golden.get(title);
        for (int piece = 1; piece <= answer.length; piece++) {
            assertThat(together(answer, piece)).as("pieces of %d bytes", piece).isEqualTo(answer);
        }
    }

    /** The body as the HTTP client hands it over: buffers, one or two at a time. */
    private static byte[] together(byte[] answer, int piece) {
        BoundedBody body = new BoundedBody(1 << 20);
        try (SubmissionPublisher<List<ByteBuffer>> source = new SubmissionPublisher<>(Runnable::run, 1)) {
            source.subscribe(body);
            for (int at = 0; at < answer.length; at += 2 * piece) {
                List<ByteBuffer> buffers = new ArrayList<>();
                for (int from = at; from < Math.min(answer.length, at + 2 * piece); from += piece) {
                    buffers.add(ByteBuffer.wrap(answer, from, Math.min(piece, answer.length - from)));
                }
                source.submit(buffers);
            }
        }
        return body.getBody().toCompletableFuture().join();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isNotUnderstoodWhereverItIsCutOff(Golden.Title title) {
        byte[] answer = Golden.get(title);
        assertThat(IppLink.parsed(answer)).isInstanceOf(IppReply.Answer.class);
        for (int length = 0; length < answer.length; length++) {
            assertThat(IppLink.parsed(Arrays.copyOf(answer, length)))
                    .as("%d of %d bytes", length, answer.length)
                    .isInstanceOf(IppReply.Garbled.class);
        }
    }

    @Test
    void isUnderstoodInPiecesOverASocket() {
        IppClient client = printer.client();
        printer.says(DONE);
        JobAnswer whole = client.job(1);
        assertThat(whole).isInstanceOf(JobAnswer.Seen.class);
        for (End end : End.values()) {
            for (int piece : List.of(1, 2, 3, 7, 64, DONE.length - 1)) {
                printer.says(DONE, piece, end);
                assertThat(client.job(1))
                        .as("pieces of %d bytes, %s", piece, end)
                        .isEqualTo(whole);
            }
        }
    }

    /** Without a length told, the end of the connection is all that HTTP knows of the end of an answer. */
    @Test
    void isNeverDoneIfAPrinterHangsUpBeforeTheEndOfItsAnswer() {
        IppClient client = printer.client();
        for (int length = DONE.length / 2; length < DONE.length; length++) {
            printer.says(Arrays.copyOf(DONE, length), DONE.length, End.HANGING_UP);
            assertThat(client.job(1))
                    .as("%d of %d bytes", length, DONE.length)
                    .isInstanceOfSatisfying(
                            JobAnswer.NoAnswer.class,
                            answer -> assertThat(answer.fault().name()).isEqualTo("not-understood"));
        }
    }

    @Test
    void isAskedForAgainOnceIfLessCameThanWasTold() {
        byte[] half = Arrays.copyOf(DONE, DONE.length / 2);
        printer.breaksOff(half, DONE.length);
        printer.breaksOff(half, DONE.length);
        assertThat(printer.client().job(1)).isInstanceOfSatisfying(JobAnswer.NoAnswer.class, answer -> assertThat(
                        answer.fault().name())
                .isEqualTo("printer-gone"));
        assertThat(printer.heard()).hasSize(2);
    }
}
