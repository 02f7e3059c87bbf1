package org.yici.devices;

import org.yici.device.ChipEvent.CardRead;
import org.yici.device.SocialSecurityCard;
import org.yici.device.SocialSecurityCard.Holder;

/** What a social-security card says, masked unless it is to be revealed; what it does not tell is left out. */
final class SocialSecurityLine {
    private SocialSecurityLine() {}

    static Line of(CardRead read, Reveal reveal) {
        SocialSecurityCard card = read.card().reveal();
        Line line = Line.of("social-security-card")
                .with("cardId", reveal.number(card.cardId()))
                .with("cardClass", card.cardClass())
                .with("version", card.version())
                .with("issuer", card.issuer())
                .with("issued", card.issued().toString())
                .with("expires", card.expires().toString())
                .with("number", reveal.number(card.number()))
                .with("holder", card.holder().isPresent() ? "told" : "guarded");
        card.holder().ifPresent(holder -> add(holder, line, reveal));
        return line.with("sinceFoundMs", read.sinceFound().toMillis());
    }

    private static void add(Holder holder, Line line, Reveal reveal) {
        line.with("holderNumber", reveal.number(holder.number())).with("name", reveal.name(holder.name()));
        holder.sex().ifPresent(sex -> line.with("sex", sex));
        holder.birth().ifPresent(birth -> line.with("birth", reveal.birth(birth)));
    }
}
