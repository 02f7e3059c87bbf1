package org.yici.admin;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.springframework.boot.ssl.pem.PemContent;
import org.yici.admin.keys.TlsContexts;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.Json;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.EnrolmentAnswer;
import org.yici.contract.https.EnrolmentRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.OffersRequest;
import org.yici.contract.https.PassAnswer;
import org.yici.contract.https.Problem;
import org.yici.contract.https.Resources;

/** A terminal that knows the contracts and nothing of the service's code: it enrols, fetches passes and asks. */
public final class TestTerminal {
    private static final String CONSENT = "2026-11";

    private final String id;
    private final URI service;
    private final String safeModule;
    private final KeyPair keys;
    private List<X509Certificate> chain = List.of();

    public TestTerminal(String id, URI service, String safeModule) throws Exception {
        this.id = id;
        this.service = service;
        this.safeModule = safeModule;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        this.keys = generator.generateKeyPair();
    }

    public String id() {
        return id;
    }

    /** Of the last enrolment. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    public String certificateRequest(String commonName) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + commonName), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        }
        return text.toString();
    }

    public void enrol(String code) throws Exception {
        accept(answer(askToEnrol(code, certificateRequest(id)), EnrolmentAnswer.class));
    }

    public HttpResponse<byte[]> askToEnrol(String code, String request) throws Exception {
        return post(Resources.ENROLMENT, Json.write(new EnrolmentRequest(code, id, request)), Map.of(), false);
    }

    private void accept(EnrolmentAnswer answer) throws Exception {
        chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(answer.certificateChain().getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    public PassAnswer pass() throws Exception {
        return answer(askForPass(true), PassAnswer.class);
    }

    public HttpResponse<byte[]> askForPass(boolean withCertificate) throws Exception {
        return post(Resources.PASS, new byte[0], Map.of(), withCertificate);
    }

    public IdentityEvidence evidence() {
        return new IdentityEvidence(
                IdentityEvidence.Method.RESIDENT_ID_CARD, safeModule, AssuranceLevel.CARD, Instant.now());
    }

    public HttpResponse<byte[]> askForOffers(String pass, Citizen citizen, IdentityEvidence evidence) throws Exception {
        return post(Resources.OFFERS, Json.write(new OffersRequest(citizen, evidence)), bearer(pass), false);
    }

    public HttpResponse<byte[]> askForCopy(String pass, UUID key, Citizen citizen, IdentityEvidence evidence)
            throws Exception {
        byte[] request = Json.write(new CopyRequest(citizen, evidence, "social-insurance-record", CONSENT));
        return post(
                Resources.COPIES,
                request,
                Map.of("Authorization", "Bearer " + pass, Resources.IDEMPOTENCY_KEY, key.toString()),
                false);
    }

    public IssuedCopy copy(String pass, UUID key, Citizen citizen) throws Exception {
        return answer(askForCopy(pass, key, citizen, evidence()), IssuedCopy.class);
    }

    public static Map<String, String> bearer(String pass) {
        return Map.of("Authorization", "Bearer " + pass);
    }

    public HttpResponse<byte[]> post(String resource, byte[] body, Map<String, String> headers, boolean withCertificate)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(resource))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client(withCertificate).send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpClient client(boolean withCertificate) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(tls(withCertificate, "service-ca.pem"))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** A TLS context that trusts the authority in this file of the trust folder. */
    public SSLContext tls(boolean withCertificate, String authority) throws Exception {
        List<X509Certificate> authorities =
                PemContent.load(TestKeys.trust().resolve(authority)).getCertificates();
        if (withCertificate) {
            return TlsContexts.client(keys.getPrivate(), chain, authorities);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(TlsContexts.trustStore(authorities));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    public static <T> T answer(HttpResponse<byte[]> response, Class<T> type) throws Exception {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return Json.read(response.body(), type);
    }

    /** Why the request was refused. */
    public static Problem problem(HttpResponse<byte[]> response) throws Exception {
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            throw new AssertionError("not a problem: " + response.statusCode());
        }
        return Json.read(response.body(), Problem.class);
    }
}
