package org.yici.contract.https;

/** The list of HTTPS resources that terminals use; see {@code docs/contracts.md}. */
public final class Resources {
    /** {@code POST} {@link EnrolmentRequest} → {@link EnrolmentAnswer}; no client certificate, a one-time code. */
    public static final String ENROLMENT = "/terminal/v1/enrolment";

    /** {@code POST}, empty → {@link PassAnswer}; the terminal's client certificate. */
    public static final String PASS = "/terminal/v1/pass";

    /** {@code POST} {@link OffersRequest} → {@link Offers}; the pass as bearer token. */
    public static final String OFFERS = "/terminal/v1/certificates/offers";

    /** {@code POST} {@link CopyRequest} → {@link IssuedCopy}; the pass, and an {@value #IDEMPOTENCY_KEY} header (UUID). */
    public static final String COPIES = "/terminal/v1/certificates/copies";

    /** A repeat under the same key is answered with the same result; the same key with other content is refused. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private Resources() {}
}
