package org.yici.contract.https;

import java.util.List;

/** What this person can have here and now. */
public record Offers(List<Offer> offers) {
    public Offers {
        offers = List.copyOf(offers);
    }

    /**
     * One kind of certificate.
     *
     * @param kind the kind's name, for example {@code social-insurance-record}
     * @param title its official Chinese title
     * @param issuer who issues it
     * @param available whether a copy can be issued now
     * @param sentence if not available: why, and what to do, for the citizen; otherwise what it is good for
     */
    public record Offer(String kind, String title, String issuer, boolean available, String sentence) {}
}
