package org.yici.admin.pass;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.yici.admin.refusal.RefusalKind;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.https.PassAnswer;

/**
 * Makes and reads passes: JWT (RFC 7519) in a compact JWS (RFC 7515) with EdDSA (RFC 8037). Thread-safe; keeps nothing, so that every
 * instance with the same key reads every pass.
 */
final class PassOffice {
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String AUDIENCE = "yici-terminal-requests";
    private static final String ISSUER = "yici-service";
    private static final String CERTIFICATE = "crt";
    private static final int LONGEST = 1024;

    private final PrivateKey signing;
    private final PublicKey checking;
    private final Time time;

    PassOffice(PrivateKey signing, PublicKey checking, Time time) {
        this.signing = signing;
        this.checking = checking;
        this.time = time;
    }

    PassAnswer issue(Pass pass) {
        Instant now = time.now();
        Instant expires = Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(pass.terminal().value());
        claims.setClaim(CERTIFICATE, pass.certificateSerial());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(signing);
        try {
            return new PassAnswer(signature.getCompactSerialization(), expires);
        } catch (JoseException e) {
            throw new IllegalStateException("a pass could not be signed", e);
        }
    }

    PassReading read(String text) {
        if (text.length() > LONGEST) {
            return new PassReading.Refused(RefusalKind.PASS_FORGED, Optional.empty());
        }
        try {
            JwtClaims claims = consumer().processToClaims(text);
            String terminal = claims.getSubject();
            String serial = claims.getStringClaimValue(CERTIFICATE);
            return serial != null && TerminalId.isValid(terminal)
                    ? new PassReading.Good(new Pass(new TerminalId(terminal), serial))
                    : new PassReading.Refused(RefusalKind.PASS_FORGED, Optional.empty());
        } catch (InvalidJwtException e) {
            return refused(e);
        } catch (MalformedClaimException e) {
            return new PassReading.Refused(RefusalKind.PASS_FORGED, Optional.empty());
        }
    }

    /** What a pass claims is looked at only after its signature was found good. */
    private static PassReading refused(InvalidJwtException fault) {
        if (fault.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)) {
            return new PassReading.Refused(RefusalKind.PASS_OTHER_AUDIENCE, terminal(fault));
        }
        return fault.hasExpired()
                ? new PassReading.Refused(RefusalKind.PASS_ENDED, terminal(fault))
                : new PassReading.Refused(RefusalKind.PASS_FORGED, Optional.empty());
    }

    private static Optional<TerminalId> terminal(InvalidJwtException fault) {
        try {
            return Optional.ofNullable(fault.getJwtContext().getJwtClaims().getSubject())
                    .filter(TerminalId::isValid)
                    .map(TerminalId::new);
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKey(checking)
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(time.now().toEpochMilli()))
                .build();
    }
}
