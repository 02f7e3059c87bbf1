package org.yici.endurance.copy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Resources;

/**
 * Asks for copies of one test person's certificate as a session does, with the pass that an agent gave, and repeats under the same key until it
 * is answered. Remembers the answers. One thread.
 */
public final class CopyAsker {
    /** A person of the reference platform's register; region 0001 was never assigned. */
    private static final Citizen CITIZEN = new Citizen("林知夏", "000101198802290029");

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long AGAIN_MILLIS = 300;
    private static final int MALFORMED = 400;
    private static final int REFUSED = 403;
    private static final int CONFLICT = 409;

    private final URI service;
    private final HttpClient http;
    private final Supplier<Optional<String>> pass;
    private final String safeModule;
    private final Map<UUID, Answer> answers = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long asked;

    /** What was answered, without the document. */
    private record Answer(String copyId, String certificate, int copyNumber, String sha256) {
        static Answer of(IssuedCopy copy) {
            return new Answer(copy.copyId(), copy.certificate(), copy.copyNumber(), copy.sha256());
        }
    }

    /**
     * @param port where the service is reached
     * @param authority {@code service-ca.pem}
     * @param pass the pass to use now, if the agent has one
     */
    public CopyAsker(int port, Path authority, String safeModule, Supplier<Optional<String>> pass)
            throws IOException, GeneralSecurityException {
        this.service = URI.create("https://localhost:" + port + Resources.COPIES);
        this.http = HttpClient.newBuilder()
                .sslContext(trusting(authority))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
        this.pass = pass;
        this.safeModule = safeModule;
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            anchors.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Asks for one copy until it is answered. */
    public void ask() throws InterruptedException {
        UUID key = UUID.randomUUID();
        Optional<Answer> answer = answer(key);
        if (answer.isPresent()) {
            answers.put(key, answer.get());
        } else {
            faults.add("the request " + key + " was not answered in " + PATIENCE);
        }
    }

    private Optional<Answer> answer(UUID key) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            Optional<String> now = pass.get();
            if (now.isPresent()) {
                Optional<Answer> answer = once(key, now.get());
                if (answer.isPresent()) {
                    return answer;
                }
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
        return Optional.empty();
    }

    /** The card lies on the reader all the time and was read just now. */
    private CopyRequest request() {
        IdentityEvidence evidence = new IdentityEvidence(
                IdentityEvidence.Method.RESIDENT_ID_CARD, safeModule, AssuranceLevel.CARD, Instant.now());
        return new CopyRequest(CITIZEN, evidence, "social-insurance-record", "1");
    }

    private Optional<Answer> once(UUID key, String bearer) throws InterruptedException {
        asked++;
        HttpRequest post = HttpRequest.newBuilder(service)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .header(Resources.IDEMPOTENCY_KEY, key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(request())))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
            int status = response.statusCode();
            if (status == 200) {
                return Optional.of(Answer.of(Json.read(response.body(), IssuedCopy.class)));
            }
            if (status == MALFORMED || status == REFUSED || status == CONFLICT) {
                faults.add("the request " + key + " was refused with " + status);
            }
        } catch (IOException e) {
            // The line or the service is gone; the same request again.
        } catch (MalformedMessageException e) {
            faults.add("the answer to " + key + " cannot be read");
        }
        return Optional.empty();
    }

    /** How many copies were given. */
    public int answered() {
        return answers.size();
    }

    /** How often was asked. */
    public long asked() {
        return asked;
    }

    /**
     * What is wrong: an answer that is given differently when asked again, a copy number given twice, a copy that is not in the database
     * exactly once.
     *
     * @param rows how many copies of this key and id the database holds
     */
    public List<String> verify(Rows rows) throws InterruptedException {
        List<String> wrong = new ArrayList<>(faults);
        Map<String, UUID> numbers = new LinkedHashMap<>();
        for (Map.Entry<UUID, Answer> given : answers.entrySet()) {
            UUID key = given.getKey();
            Answer answer = given.getValue();
            if (!answer(key).equals(Optional.of(answer))) {
                wrong.add("the request " + key + " is answered otherwise when it is repeated");
            }
            if (numbers.put(answer.certificate() + " " + answer.copyNumber(), key) != null) {
                wrong.add("copy number " + answer.copyNumber() + " was given twice");
            }
            if (rows.count(key, answer.copyId()) != 1) {
                wrong.add("copy " + answer.copyId() + " is not in the database once");
            }
        }
        return wrong;
    }

    /** The database, past the service. */
    @FunctionalInterface
    public interface Rows {
        long count(UUID key, String copyId);
    }
}
