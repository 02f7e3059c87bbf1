package org.yici.admin.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.yici.admin.terminal.Hours;
import org.yici.contract.AssuranceLevel;

/**
 * The service's settings; {@code docs/service.md} lists the keys with their defaults.
 *
 * @param keys folder of private keys and certificates
 * @param fonts folder of the two type faces
 */
public record ServiceConfig(
        Pages pages,
        Terminals terminals,
        Broker broker,
        Database database,
        Enrolment enrolment,
        Path keys,
        Optional<Path> fonts) {

    /**
     * The administrator's pages.
     *
     * @param port 0 for any free one
     * @param tls certificate and key if the pages are to speak TLS themselves
     * @param behindProxy whether a reverse proxy with TLS stands before them, whose forwarding headers are believed
     * @param idle how long a log-in session lasts without the person doing something
     * @param longestSession how long it lasts at most
     */
    public record Pages(
            String bind, int port, Optional<Tls> tls, boolean behindProxy, Duration idle, Duration longestSession) {
        /** Whether browsers reach the pages over TLS alone. */
        public boolean secure() {
            return tls.isPresent() || behindProxy;
        }
    }

    /** A certificate chain and its private key, PEM files. */
    public record Tls(Path certificate, Path key) {}

    /**
     * What terminals reach over HTTPS.
     *
     * @param requestsPerHour personal requests that one terminal may make in an hour unless its own number is set
     * @param hours when terminals may ask unless their own hours are set, time of China
     * @param level what certificates ask for; {@link AssuranceLevel#CARD_UNPROVEN} admits social-security cards
     * @param evidenceLife how long after its reading a card proves who stands there: as long as a visit can last
     */
    public record Terminals(
            String bind, int port, int requestsPerHour, Hours hours, AssuranceLevel level, Duration evidenceLife) {}

    /**
     * The broker.
     *
     * @param uri {@code ssl://host:8883}
     * @param messagesPerSecond what one terminal may send, a long message counting for several; who sends more is blocked
     * @param blockFor how long a terminal is blocked that sends too much or breaks the rules
     * @param revocationList where the broker reads its revocation list from
     */
    public record Broker(URI uri, int messagesPerSecond, Duration blockFor, Path revocationList) {}

    /** The PostgreSQL database. */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + url + ", " + user + "]";
        }
    }

    /**
     * Enrolment.
     *
     * @param codeLife how long a code can be used
     * @param certificateLife how long a terminal's certificate is valid
     */
    public record Enrolment(Duration codeLife, Duration certificateLife) {}
}
