package org.yici.bench.web;

import java.util.List;
import java.util.Optional;
import org.yici.bench.chip.CardTalk;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.people.Person;

/**
 * The reader for chip cards as the page and scripts get it; the record is the JSON.
 *
 * @param socket what the kiosk's PC/SC library has to be led to
 * @param reader its name
 * @param service whether the smart-card service runs
 * @param missing packages of Debian without which it cannot
 * @param trouble why it does not although it should
 * @param opened whether somebody has spoken to the card that is in it
 * @param talk with the card that is in it, or with the last one
 */
record ChipView(
        String socket,
        String reader,
        boolean plugged,
        boolean service,
        List<String> missing,
        Optional<String> trouble,
        Optional<Inserted> card,
        boolean opened,
        CardTalk talk) {

    /** The card that is in it; {@code kind} as scripts call it. */
    record Inserted(Optional<String> person, Optional<String> name, String kind) {
        static Inserted of(ChipCard card) {
            return new Inserted(
                    card.holder().map(Person::id),
                    card.holder().map(Person::name),
                    card.kind().kindName());
        }
    }

    static ChipView of(ChipFarEnd chip) {
        Optional<Inserted> card = chip.card().map(Inserted::of);
        CardTalk talk = chip.talk();
        return new ChipView(
                chip.socket().toString(),
                ChipFarEnd.READER,
                chip.isPlugged(),
                chip.serviceRuns(),
                chip.missingPackages(),
                chip.trouble(),
                card,
                card.isPresent() && talk.commands() > 0,
                talk);
    }
}
