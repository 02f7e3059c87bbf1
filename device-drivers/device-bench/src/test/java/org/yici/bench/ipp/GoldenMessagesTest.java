package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bench's own codec reads and writes golden messages byte for byte. */
class GoldenMessagesTest {
    private static final byte[] DOCUMENT = {'%', 'P', 'D', 'F'};

    /** Hands over so many bytes at a time, as a slow line does. */
    private static final class Pieces extends InputStream {
        private final ByteArrayInputStream in;
        private final int size;

        Pieces(byte[] bytes, int size) {
            this.in = new ByteArrayInputStream(bytes);
            this.size = size;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, Math.min(size, length));
        }
    }

    static Stream<String> requests() {
        return Golden.CONVERSATIONS.keySet().stream();
    }

    static Stream<String> answers() {
        return Golden.CONVERSATIONS.entrySet().stream().flatMap(entry -> entry.getValue().answers().keySet().stream()
                // The printer has no use for a value's language and keeps none.
                .filter(title -> !title.contains("language"))
                .map(title -> Golden.answer(entry.getKey(), title)));
    }

    private static String again(InputStream in) throws IOException {
        return HexFormat.of().formatHex(MessageWriter.bytes(MessageReader.read(in)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsARequestInPiecesOfEverySizeAndLeavesTheDocument(String title) throws IOException {
        byte[] request = Golden.bytes(Golden.request(title));
        byte[] bytes = Arrays.copyOf(request, request.length + DOCUMENT.length);
        System.arraycopy(DOCUMENT, 0, bytes, request.length, DOCUMENT.length);
        for (int size = 1; size <= bytes.length; size++) {
            InputStream in = new Pieces(bytes, size);
            assertThat(again(in)).as("pieces of %d bytes", size).isEqualTo(Golden.request(title));
            assertThat(in.readAllBytes()).isEqualTo(DOCUMENT);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsNoRequestThatIsCutOff(String title) {
        byte[] request = Golden.bytes(Golden.request(title));
        for (int length = 0; length < request.length; length++) {
            InputStream cut = new ByteArrayInputStream(request, 0, length);
            assertThatThrownBy(() -> MessageReader.read(cut))
                    .as("%d of %d bytes", length, request.length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void writesWhatItReads() {
        assertThat(answers()).hasSizeGreaterThan(40).allSatisfy(answer -> assertThat(
                        again(new ByteArrayInputStream(Golden.bytes(answer))))
                .isEqualTo(answer));
    }
}
