package org.yici.bench.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipCardKind;
import org.yici.bench.people.Person;
import org.yici.bench.web.Api.BadRequest;
import tools.jackson.databind.JsonNode;

/** The part of the HTTP interface that puts chip cards into their reader. Any thread. */
final class ChipRequests {
    private final Hardware hardware;
    private final Signal changed;

    ChipRequests(Hardware hardware, Signal changed) {
        this.hardware = hardware;
        this.changed = changed;
    }

    /** The card of a {@code person} that is of the kind {@code card}. */
    void insert(HttpExchange exchange, JsonNode body) throws IOException {
        ChipCardKind kind = ChipCardKind.named(body.path("card").asString(""))
                .orElseThrow(() -> new BadRequest("a \"card\" is social-security or passport"));
        Optional<Person> person = hardware.people().find(body.path("person").asString(""));
        if (person.isEmpty()) {
            Answers.error(exchange, 404, "nobody is called so");
        } else if (!ChipCardKind.heldBy(person.get()).contains(kind)) {
            Answers.error(exchange, 404, person.get().id() + " holds no " + kind.kindName());
        } else {
            insert(exchange, card(person.get(), kind));
        }
    }

    private ChipCard card(Person person, ChipCardKind kind) {
        return kind == ChipCardKind.PASSPORT ? hardware.ministry().passport(person) : ChipCard.socialSecurity(person);
    }

    private void insert(HttpExchange exchange, ChipCard card) throws IOException {
        boolean inserted;
        try {
            inserted = hardware.chip().insert(card);
        } catch (IOException e) {
            Answers.error(exchange, 409, "the card does not go in: " + e.getMessage());
            return;
        }
        if (inserted) {
            changed.run();
            Answers.ok(exchange);
        } else {
            Answers.error(exchange, 409, "another card is in the reader");
        }
    }

    void take(HttpExchange exchange) throws IOException {
        if (hardware.chip().take()) {
            changed.run();
            Answers.ok(exchange);
        } else {
            Answers.error(exchange, 409, "no card is in the reader");
        }
    }
}
