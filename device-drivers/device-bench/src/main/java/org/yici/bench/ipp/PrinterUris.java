package org.yici.bench.ipp;

import java.util.Optional;
import java.util.stream.Stream;

/** Where the printer can be reached and how each of its addresses is secured; three lists of equal length, RFC 8011 5.4.1 to 5.4.3. */
record PrinterUris(String plain, Optional<String> secured) {
    Stream<Attribute> attributes() {
        return Stream.of(
                Attribute.text(Tag.URI, "printer-uri-supported", each(plain, secured)),
                Attribute.keyword("uri-security-supported", each("none", secured.map(uri -> "tls"))),
                Attribute.keyword(
                        "uri-authentication-supported",
                        each("requesting-user-name", secured.map(uri -> "requesting-user-name"))));
    }

    private static String[] each(String first, Optional<String> second) {
        return Stream.concat(Stream.of(first), second.stream()).toArray(String[]::new);
    }
}
