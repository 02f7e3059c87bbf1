package org.yici.journey.visit;

import java.time.Instant;
import org.yici.base.Masking;
import org.yici.base.Personal;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.Citizen;
import org.yici.device.IdentityCard;

/**
 * Who stands in front of the terminal, for as long as they do.
 *
 * @param maskedName as it may be shown
 * @param maskedNumber as it may be shown
 */
public record Visitor(Personal<Citizen> citizen, IdentityEvidence evidence, String maskedName, String maskedNumber) {
    /** Whoever laid this card. */
    public static Visitor of(IdentityCard card, String safeModule, Instant readAt) {
        return new Visitor(
                Personal.of(new Citizen(card.name(), card.number())),
                new IdentityEvidence(method(card), safeModule, AssuranceLevel.CARD, readAt),
                Masking.name(card.name()),
                Masking.number(card.number()));
    }

    private static IdentityEvidence.Method method(IdentityCard card) {
        if (card instanceof IdentityCard.ResidencePermit) {
            return IdentityEvidence.Method.RESIDENCE_PERMIT;
        }
        return card instanceof IdentityCard.ForeignResident
                ? IdentityEvidence.Method.FOREIGN_RESIDENT_CARD
                : IdentityEvidence.Method.RESIDENT_ID_CARD;
    }
}
