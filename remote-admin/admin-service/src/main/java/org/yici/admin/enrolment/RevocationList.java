package org.yici.admin.enrolment;

import java.io.IOException;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yici.admin.terminal.RevokedCertificate;

/** The authority's list of certificates that are not good any more (RFC 5280, 5), for the broker. */
public final class RevocationList {
    /** Brokers refuse everybody once a list is out of date: time enough to notice that none came. */
    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(10);

    private RevocationList() {}

    /** In PEM, signed with {@code key}; good for thirty days. */
    public static String pem(X509Certificate authority, PrivateKey key, List<RevokedCertificate> revoked, Instant now) {
        JcaX509v2CRLBuilder builder =
                new JcaX509v2CRLBuilder(authority.getSubjectX500Principal(), Date.from(now.minus(CLOCK_DIFFERENCE)));
        builder.setNextUpdate(Date.from(now.plus(GOOD_FOR)));
        revoked.forEach(one -> builder.addCRLEntry(one.serial(), Date.from(one.at()), reason(one.reason())));
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(builder.build(new JcaContentSignerBuilder(TerminalAuthority.algorithm(key)).build(key)));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the revocation list could not be signed", e);
        }
        return text.toString();
    }

    private static int reason(RevokedCertificate.Reason reason) {
        return switch (reason) {
            case SUPERSEDED -> CRLReason.superseded;
            case REVOKED -> CRLReason.privilegeWithdrawn;
        };
    }
}
