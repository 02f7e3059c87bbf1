package org.yici.admin.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.admin.enrolment.TerminalAuthority;
import org.yici.admin.keys.TlsContexts;

/**
 * Tries whether the broker refuses a revoked certificate. The server has no terminal's key, so for each list it issues a certificate of
 * its own, good for minutes, which that list alone revokes: if the broker refuses it as revoked, that very list is in force.
 */
final class RevocationProbe {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How the alert certificate_revoked (RFC 8446, 6.2) is told by Java. */
    private static final String REVOKED = "certificate_revoked";

    /** MQTT 5, clean start, no client id. */
    private static final byte[] CONNECT = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 10, 0, 0, 0};

    private final URI broker;
    private final TerminalAuthority authority;
    private final List<X509Certificate> brokerAuthorities;
    private final Duration patience;

    /** What came of a try. */
    enum Outcome {
        /** The broker refused the certificate because it is revoked. */
        REFUSED,
        /** The broker let it in. */
        LET_IN,
        /** Neither: the connection failed in another way. */
        UNCLEAR
    }

    /** @param brokerAuthorities who issues the broker's certificate */
    RevocationProbe(URI broker, TerminalAuthority authority, List<X509Certificate> brokerAuthorities) {
        this(broker, authority, brokerAuthorities, PATIENCE);
    }

    /** @param patience how long the broker has for the next byte; a try as a whole has twice that */
    RevocationProbe(
            URI broker, TerminalAuthority authority, List<X509Certificate> brokerAuthorities, Duration patience) {
        this.broker = broker;
        this.authority = authority;
        this.brokerAuthorities = List.copyOf(brokerAuthorities);
        this.patience = patience;
    }

    /** A certificate to be revoked and tried. */
    record Canary(X509Certificate certificate, SSLContext tls) {}

    Canary make(Instant now) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = keys.generateKeyPair();
            X509Certificate certificate = authority.issueCanary(pair.getPublic(), now);
            return new Canary(
                    certificate, TlsContexts.client(pair.getPrivate(), List.of(certificate), brokerAuthorities));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate for trying the revocation list could not be made", e);
        }
    }

    /** Tries to connect; blocks for twice the patience at most: then the socket is closed, however much or little it carries. */
    Outcome attempt(Canary canary) {
        Socket plain = new WriteCoalescingSocket();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> close(plain), CompletableFuture.delayedExecutor(2 * patience.toMillis(), TimeUnit.MILLISECONDS));
        try (plain) {
            return attempt(canary, plain);
        } catch (IOException e) {
            if (isRevoked(e)) {
                return Outcome.REFUSED;
            }
            LOG.info("A try with a revoked certificate at {} ended with: {}", broker, e.toString());
            return Outcome.UNCLEAR;
        } finally {
            end.cancel(false);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing a try's socket", e);
        }
    }

    private Outcome attempt(Canary canary, Socket plain) throws IOException {
        plain.connect(new InetSocketAddress(broker.getHost(), broker.getPort()), (int) patience.toMillis());
        plain.setSoTimeout((int) patience.toMillis());
        try (SSLSocket socket = (SSLSocket)
                canary.tls().getSocketFactory().createSocket(plain, broker.getHost(), broker.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return attempt(socket);
        }
    }

    /**
     * In TLS 1.3 the client's handshake is over before the server has looked at the certificate: the refusal is the first thing that is
     * read. Nothing is written before, lest the refusal be lost with a connection that is reset.
     */
    private Outcome attempt(SSLSocket socket) throws IOException {
        socket.startHandshake();
        socket.setSoTimeout(500);
        try {
            if (socket.getInputStream().read() < 0) {
                return Outcome.UNCLEAR;
            }
        } catch (SocketTimeoutException e) {
            // It waits for CONNECT: it took the certificate, or is slow.
        }
        socket.setSoTimeout((int) patience.toMillis());
        socket.getOutputStream().write(CONNECT);
        socket.getOutputStream().flush();
        return socket.getInputStream().read() < 0 ? Outcome.UNCLEAR : Outcome.LET_IN;
    }

    private static boolean isRevoked(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(REVOKED)) {
                return true;
            }
        }
        return false;
    }
}
