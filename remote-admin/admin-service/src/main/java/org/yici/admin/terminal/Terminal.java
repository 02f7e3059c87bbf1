package org.yici.admin.terminal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.yici.base.TerminalId;

/**
 * An enrolled terminal.
 *
 * @param name as citizens and staff know its place
 * @param safeModule the security module of its card reader, as the maker prints it
 * @param certificateSerial of its current certificate, hexadecimal; passes that name another one are refused
 * @param revokedAt since when its certificate is not good any more, until it is enrolled anew
 * @param requestsPerHour its own limit of personal requests, if it has one
 * @param hours its own hours, if it has any
 */
public record Terminal(
        TerminalId id,
        String name,
        String safeModule,
        String certificateSerial,
        Instant enrolledAt,
        Optional<Instant> revokedAt,
        Optional<Integer> requestsPerHour,
        Optional<Hours> hours) {

    /** Whether the certificate with this serial number, hexadecimal, is its current one and was not revoked. */
    public boolean accepts(String serial) {
        return revokedAt.isEmpty() && certificateSerial.equals(serial);
    }

    public boolean accepts(X509Certificate certificate) {
        return accepts(certificate.getSerialNumber().toString(16));
    }
}
