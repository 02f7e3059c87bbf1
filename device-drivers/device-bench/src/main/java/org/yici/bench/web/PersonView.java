package org.yici.bench.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.yici.bench.chip.ChipCardKind;
import org.yici.bench.people.Person;

/**
 * A person as the page and scripts get them; the record is the JSON.
 *
 * @param birth YYYYMMDD
 * @param chipCards the kinds that they hold
 */
record PersonView(@JsonUnwrapped Person person, String birth, List<String> chipCards) {
    static PersonView of(Person person) {
        return new PersonView(
                person,
                person.birth(),
                ChipCardKind.heldBy(person).stream().map(ChipCardKind::kindName).toList());
    }
}
