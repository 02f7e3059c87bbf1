package org.yici.bench.ipp;

import java.util.List;
import java.util.Optional;
import org.yici.bench.printer.DocumentFormat;

/** What every request must have, RFC 8011 4.1, checked in the order of its steps. */
final class Requests {
    private static final List<Integer> VERSIONS = List.of(0x0100, 0x0101, 0x0200);

    private Requests() {}

    static Operation check(Message request) throws Refusal {
        if (!VERSIONS.contains(request.version())) {
            throw new Refusal(Status.VERSION_NOT_SUPPORTED, "version " + Integer.toHexString(request.version()));
        }
        if (request.requestId() <= 0) {
            throw new Refusal(Status.BAD_REQUEST, "request-id " + request.requestId());
        }
        Operation operation = Operation.of(request.code())
                .orElseThrow(() -> new Refusal(
                        Status.OPERATION_NOT_SUPPORTED, "operation " + Integer.toHexString(request.code())));
        checkOperationGroup(request);
        return operation;
    }

    private static void checkOperationGroup(Message request) throws Refusal {
        Group group = request.groups().isEmpty()
                ? request.operation()
                : request.groups().get(0);
        List<Attribute> attributes = group.attributes();
        if (group.tag() != Tag.OPERATION_GROUP
                || attributes.size() < 3
                || !attributes.get(0).name().equals("attributes-charset")
                || !attributes.get(1).name().equals("attributes-natural-language")) {
            throw new Refusal(Status.BAD_REQUEST, "charset, language and target must come first");
        }
        if (!attributes.get(0).string().orElse("").equalsIgnoreCase("utf-8")) {
            throw new Refusal(Status.CHARSET_NOT_SUPPORTED, "only utf-8");
        }
        if (group.string("printer-uri").or(() -> group.string("job-uri")).isEmpty()) {
            throw new Refusal(Status.BAD_REQUEST, "no printer-uri and no job-uri");
        }
    }

    /**
     * The document's format, checked with its compression. Empty: the printer is to find out.
     *
     * @param supported the formats that the printer takes, the default first
     */
    static Optional<DocumentFormat> format(Group operation, List<DocumentFormat> supported) throws Refusal {
        String compression = operation.string("compression").orElse("none");
        if (!compression.equals("none")) {
            throw new Refusal(Status.COMPRESSION_NOT_SUPPORTED, "compression " + compression);
        }
        String format =
                operation.string("document-format").orElse(supported.get(0).mimeType());
        if (format.equals("application/octet-stream")) {
            return Optional.empty();
        }
        return Optional.of(DocumentFormat.of(format)
                .filter(supported::contains)
                .orElseThrow(() -> new Refusal(Status.FORMAT_NOT_SUPPORTED, "format " + format)));
    }
}
