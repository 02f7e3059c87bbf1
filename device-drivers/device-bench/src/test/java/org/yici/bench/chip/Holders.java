package org.yici.bench.chip;

import java.util.Optional;
import org.yici.bench.people.Document;
import org.yici.bench.people.Document.Flaw;
import org.yici.bench.people.Person;

/** The holder of the golden cards. */
final class Holders {
    private Holders() {}

    static Person sample() {
        return sample("社会样本", Optional.empty());
    }

    static Person sample(String name, Optional<Flaw> flaw) {
        Document card = new Document.Citizen("01", "示范省", "示范县公安局", "20200101", "20291231", Optional.empty(), 0, flaw);
        return new Person(
                "sample", name, "900000199001010010", "1", false, false, "样本", "sample", card, Optional.empty());
    }
}
