package org.yici.driver.ipp;

import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outline of an answer (RFC 8010, 3.1): groups, names and values as bytes. Looked at before jipp 0.7.16 reads the answer, which takes
 * the end of the bytes for the end of an answer, and gives the whole of it up for one value that is misshapen or of an unknown type. Only
 * the attributes that this driver reads are handed on, and of those the values that are sound.
 */
final class Outline {
    /** Version, status and request-id. */
    private static final int HEADER = 8;

    private static final int END = 0x03;
    private static final int LAST_DELIMITER = 0x0F;

    /** What {@link IppClient} and {@link CupsQueues} read. */
    private static final Set<String> READ = Stream.<AttributeType<?>>of(
                    Types.printerState,
                    Types.printerStateReasons,
                    Types.printerIsAcceptingJobs,
                    Types.printerImpressionsCompleted,
                    IppClient.CUPS_VERSION,
                    Types.documentFormatSupported,
                    Types.sidesSupported,
                    Types.mediaSupported,
                    Types.mediaSourceSupported,
                    Types.pwgRasterDocumentResolutionSupported,
                    Types.pwgRasterDocumentTypeSupported,
                    Types.pwgRasterDocumentSheetBack,
                    Types.jobId,
                    Types.jobName,
                    Types.jobState,
                    Types.jobStateReasons,
                    Types.jobImpressionsCompleted,
                    Types.jobMediaSheetsCompleted,
                    Types.printerName,
                    Types.printerMakeAndModel)
            .map(AttributeType::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final ByteBuffer rest;
    private final ByteArrayOutputStream readable = new ByteArrayOutputStream();
    /** Those of the group that is read, in their order. */
    private final Map<String, List<IppValue>> attributes = new LinkedHashMap<>();

    private Outline(byte[] answer) {
        rest = ByteBuffer.wrap(answer);
    }

    /**
     * The same answer with nothing but sound values of attributes that are read. An attribute without any is missing.
     *
     * @throws EOFException if {@code answer} breaks off: what is missing might change what it says
     */
    static byte[] readable(byte[] answer) throws EOFException {
        return new Outline(answer).read();
    }

    private byte[] read() throws EOFException {
        readable.writeBytes(bytes(HEADER));
        String name = "";
        int tag = tag();
        while (tag != END) {
            if (tag <= LAST_DELIMITER) {
                endGroup();
                readable.write(tag);
                name = "";
            } else {
                byte[] said = bytes(length());
                IppValue value = new IppValue(tag, bytes(length()));
                // A value without a name is one more of the attribute before it, or a part of its collection (RFC 8010,
                // 3.1.5 and 3.1.6).
                boolean more = said.length == 0;
                name = more ? name : new String(said, StandardCharsets.US_ASCII);
                add(name, more, value);
            }
            tag = tag();
        }
        endGroup();
        readable.write(END);
        return readable.toByteArray();
    }

    private void add(String name, boolean more, IppValue value) {
        if (!READ.contains(name)) {
            return;
        }
        List<IppValue> values = attributes.computeIfAbsent(name, key -> new ArrayList<>());
        if (!more && !values.isEmpty() && !isList(name)) {
            // Said twice (RFC 8010, 3.1.3 forbids it): which one is true is not known.
            values.add(IppValue.CONTRADICTION);
        } else {
            values.add(value);
        }
    }

    private static boolean isList(String name) {
        return name.endsWith("-supported") || name.endsWith("-reasons");
    }

    private void endGroup() {
        attributes.forEach((name, values) -> {
            // No attribute that is read has collections or contradictions; what is in one is not told from a value
            // beside it.
            boolean whole = values.stream().noneMatch(value -> value.isCollection() || value.isContradiction());
            byte[] label = name.getBytes(StandardCharsets.US_ASCII);
            for (IppValue value : values) {
                if (whole && value.isSound()) {
                    value.write(label, readable);
                    label = new byte[0];
                }
            }
        });
        attributes.clear();
    }

    private int tag() throws EOFException {
        return Byte.toUnsignedInt(bytes(1)[0]);
    }

    /** Of the name or the value that follows. */
    private int length() throws EOFException {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes(2)).getShort());
    }

    private byte[] bytes(int count) throws EOFException {
        if (rest.remaining() < count) {
            throw new EOFException();
        }
        byte[] bytes = new byte[count];
        rest.get(bytes);
        return bytes;
    }
}
