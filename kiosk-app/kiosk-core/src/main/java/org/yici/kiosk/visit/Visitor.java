package org.yici.kiosk.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yici.base.CitizenNumber;
import org.yici.base.Masking;
import org.yici.base.Personal;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.Citizen;
import org.yici.device.IdentityCard;
import org.yici.device.SocialSecurityCard;

/**
 * Who stands in front of the terminal, for as long as they do.
 *
 * @param birth as the card says it, or its number where the card does not; empty if neither does
 * @param maskedName as it may be shown
 * @param maskedNumber as it may be shown
 */
public record Visitor(
        Personal<Citizen> citizen,
        Optional<Personal<LocalDate>> birth,
        IdentityEvidence evidence,
        String maskedName,
        String maskedNumber) {
    /** Whoever laid this card. */
    public static Visitor of(IdentityCard card, String safeModule, Instant readAt) {
        return new Visitor(
                Personal.of(new Citizen(card.name(), card.number())),
                Optional.of(Personal.of(card.birth())),
                new IdentityEvidence(method(card), safeModule, AssuranceLevel.CARD, readAt),
                Masking.name(card.name()),
                Masking.number(card.number()));
    }

    /** Whoever inserted this social-security card. No module proved it. */
    public static Visitor of(SocialSecurityCard.Holder holder, Instant readAt) {
        return new Visitor(
                Personal.of(new Citizen(holder.name(), holder.number())),
                holder.birth().or(() -> birth(holder.number())).map(Personal::of),
                new IdentityEvidence(
                        IdentityEvidence.Method.SOCIAL_SECURITY_CARD, "", AssuranceLevel.CARD_UNPROVEN, readAt),
                Masking.name(holder.name()),
                Masking.number(holder.number()));
    }

    private static Optional<LocalDate> birth(String number) {
        return CitizenNumber.isValid(number) ? Optional.of(new CitizenNumber(number).birth()) : Optional.empty();
    }

    /** Whom the card names; empty if it does not say when they were born. */
    public Optional<CardHolder> holder() {
        return birth.map(date -> new CardHolder(citizen.reveal(), date.reveal()));
    }

    /** What told who it is. */
    public Card card() {
        return evidence.method() == IdentityEvidence.Method.SOCIAL_SECURITY_CARD
                ? Card.SOCIAL_SECURITY_CARD
                : Card.IDENTITY_CARD;
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
