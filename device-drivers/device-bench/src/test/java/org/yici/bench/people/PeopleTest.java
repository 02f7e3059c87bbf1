package org.yici.bench.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.bench.people.Document.Flaw;

class PeopleTest {
    private final List<Person> people = People.builtIn().all();

    @Test
    void haveNumbersThatAreValidAndCanBeNobodys() {
        assertThat(people).allSatisfy(person -> {
            assertThat(IdNumber.isValid(person.number())).isTrue();
            assertThat(IdNumber.isInvented(person.number())).isTrue();
        });
        assertThat(people).extracting(Person::number).doesNotHaveDuplicates();
    }

    @Test
    void areEnoughForTheReferencePlatformAndTwoMore() {
        assertThat(people).filteredOn(Person::known).hasSizeGreaterThanOrEqualTo(12);
        assertThat(people).filteredOn(Person::insured).hasSizeGreaterThanOrEqualTo(10);
        assertThat(people)
                .filteredOn(person -> person.known() && !person.insured())
                .isNotEmpty();
        assertThat(people)
                .filteredOn(person -> !person.known() && flaw(person).isEmpty())
                .hasSize(2);
    }

    @Test
    void haveRareLongAndShortNamesAndACardWithoutEnd() {
        assertThat(people).extracting(Person::name).anyMatch(name -> name.length() == 2);
        assertThat(people).extracting(Person::name).anyMatch(name -> name.codePoints()
                .anyMatch(c -> c > 0xFFFF));
        assertThat(people).extracting(Person::name).anyMatch(name -> name.startsWith("欧阳"));
        assertThat(citizens()).extracting(card -> card.address().length()).contains(35);
        assertThat(citizens()).extracting(Document.Citizen::validTo).contains("长期");
        assertThat(citizens()).extracting(Document.Citizen::newestAddress).anyMatch(Optional::isPresent);
    }

    @Test
    void layEveryKindOfCardAndEveryKindOfFlaw() {
        assertThat(people)
                .extracting(person -> (Object) person.document().getClass())
                .containsOnly(
                        Document.Citizen.class,
                        Document.ResidencePermit.class,
                        Document.Foreigner2017.class,
                        Document.Foreigner2023.class);
        assertThat(people)
                .flatExtracting(person -> flaw(person).stream().toList())
                .containsOnly(Flaw.values());
    }

    private List<Document.Citizen> citizens() {
        return people.stream()
                .map(Person::document)
                .filter(Document.Citizen.class::isInstance)
                .map(Document.Citizen.class::cast)
                .toList();
    }

    private static Optional<Flaw> flaw(Person person) {
        return person.document() instanceof Document.Citizen card ? card.flaw() : Optional.empty();
    }

    @Test
    void standInTheTableOfTheDocuments() throws IOException {
        String table = Files.readString(
                Path.of(System.getProperty("yici.root", "../..")).resolve("docs/people.md"));
        assertThat(people).allSatisfy(person -> assertThat(table)
                .contains("| `%s` | %s | `%s` |".formatted(person.id(), person.name(), person.number())));
    }

    @Test
    void holdPassportsThatStandInTheDocumentsToo() throws IOException {
        String table = Files.readString(
                Path.of(System.getProperty("yici.root", "../..")).resolve("docs/people.md"));
        assertThat(people)
                .filteredOn(person -> person.passport().isPresent())
                .hasSize(2)
                .allSatisfy(person -> {
                    Passport passport = person.passport().orElseThrow();
                    assertThat(table)
                            .containsPattern("\\| `%s` \\| .* \\| `%s` \\| %s \\| %s \\|"
                                    .formatted(
                                            person.id(),
                                            passport.number(),
                                            dashed(person.birth()),
                                            dashed(passport.expires())));
                });
    }

    private static String dashed(String date) {
        return date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
    }

    @Test
    void areRefusedWithAWrongCheckDigitOrARealRegion() {
        assertThat(IdNumber.isValid("11010519491231002X")).isTrue();
        assertThat(IdNumber.isValid("110105194912310021")).isFalse();
        Person one = people.get(0);
        assertThatThrownBy(() -> withNumber(one, "000101198802290028")).hasMessageContaining("number");
        assertThatThrownBy(() -> withNumber(one, "11010519491231002X")).hasMessageContaining("number");
    }

    private static Person withNumber(Person person, String number) {
        return new Person(
                person.id(),
                person.name(),
                number,
                person.sex(),
                person.known(),
                person.insured(),
                person.note(),
                person.noteEn(),
                person.document(),
                person.passport());
    }
}
