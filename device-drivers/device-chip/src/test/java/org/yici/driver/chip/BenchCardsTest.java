package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipQuirk;
import org.yici.bench.people.Document;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.travel.Ministry;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.SocialSecurityCard;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentOutcome.Refused;
import org.yici.device.TravelDocumentProof;
import org.yici.driver.chip.travel.Countries;
import org.yici.driver.chip.travel.TravelDocumentApplication;
import org.yici.driver.chip.travel.Trust;

/** What this driver makes of the cards that the bench's people hold, without a reader in between. */
class BenchCardsTest {
    private static final People PEOPLE = People.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Ministry UTOPIA = new Ministry("UT", "SHA256withECDSA");

    private static Person person(String id) {
        return PEOPLE.find(id).orElseThrow();
    }

    private static CardLink link(ChipCard card, ChipQuirk... on) {
        Set<ChipQuirk> quirks = EnumSet.noneOf(ChipQuirk.class);
        quirks.addAll(List.of(on));
        return new ProgramLink(card.maker().program(quirks::contains));
    }

    private static SocialSecurityCard read(Person person, ChipQuirk... on) throws CardRefusal {
        CardReading.Found found = new CardReading().talk(link(ChipCard.socialSecurity(person), on));
        return ((CardReading.Found.SocialSecurity) found).card().reveal();
    }

    private static CardRefusal refusal(String id, ChipQuirk... on) {
        return catchThrowableOfType(CardRefusal.class, () -> read(person(id), on));
    }

    private static Stream<Person> holders() {
        return PEOPLE.all().stream()
                .filter(Person::canHoldSocialSecurityCard)
                .filter(person -> !(person.document() instanceof Document.Citizen citizen
                        && citizen.flaw().isPresent()));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void readsTheSocialSecurityCardOfEachPerson(Person person) throws CardRefusal {
        SocialSecurityCard card = read(person);
        assertThat(card.version()).isEqualTo("2.00");
        SocialSecurityCard.Holder holder = card.holder().orElseThrow();
        assertThat(holder.number()).isEqualTo(person.number());
        assertThat(holder.name()).isEqualTo(person.name());
        assertThat(holder.sex()).contains(Integer.parseInt(person.sex()));
        assertThat(holder.birth()).contains(LocalDate.parse(person.birth(), DateTimeFormatter.BASIC_ISO_DATE));
        assertThat(card.expires()).isAfter(TODAY);
    }

    @Test
    void noTwoOfTheseCardsAreOne() throws CardRefusal {
        List<Person> people = holders().toList();
        Set<String> numbers = new HashSet<>();
        for (Person person : people) {
            SocialSecurityCard card = read(person);
            numbers.add(card.number());
            numbers.add(card.cardId());
        }
        assertThat(numbers).hasSize(2 * people.size());
    }

    @ParameterizedTest
    @CsvSource({"jia-haoma, holder-number", "jia-shengri, birth", "jia-zi, name"})
    void refusesACardWithTheFlawOfTheIdCard(String id, String field) {
        assertThat(refusal(id))
                .extracting(CardRefusal::reason, CardRefusal::nativeCode)
                .containsExactly(Reason.NOT_TRUSTED, field);
    }

    @Test
    void doesNotKnowACardThatNobodyHasHeardOf() {
        assertThat(refusal("jia-banshi").reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void readsCardsOfOtherGenerations() throws CardRefusal {
        SocialSecurityCard third = read(person("lin-zhixia"), ChipQuirk.GUARDS_HOLDER);
        assertThat(third.version()).isEqualTo("3.00");
        assertThat(third.holder()).isEmpty();
        SocialSecurityCard first = read(person("lin-zhixia"), ChipQuirk.NUMBERS_BY_TAG);
        assertThat(first.version()).isEqualTo("1.00");
        assertThat(first.number())
                .isEqualTo(third.number())
                .isEqualTo(read(person("lin-zhixia")).number());
    }

    @Test
    void readsWhenACardRanOut() throws CardRefusal {
        assertThat(read(person("lin-zhixia"), ChipQuirk.EXPIRED).expires()).isEqualTo(LocalDate.of(2019, 12, 31));
    }

    @Test
    void readsFromWhenACardIsValid() throws CardRefusal {
        assertThat(read(person("lin-zhixia"), ChipQuirk.NOT_YET_VALID).issued()).isEqualTo(LocalDate.of(2090, 1, 1));
    }

    @Test
    void refusesARecordThatIsShorterThanItSays() {
        assertThat(refusal("lin-zhixia", ChipQuirk.FILE_TOO_LONG))
                .extracting(CardRefusal::reason, CardRefusal::nativeCode)
                .containsExactly(Reason.UNREADABLE, "record");
        assertThat(refusal("lin-zhixia", ChipQuirk.FILE_TOO_LONG, ChipQuirk.NUMBERS_BY_TAG)
                        .nativeCode())
                .isEqualTo("record");
    }

    private static TravelDocumentOutcome passport(String id, Countries countries, ChipQuirk... on) {
        Person person = person(id);
        TravelDocumentKey key = new TravelDocumentKey(
                person.passport().orElseThrow().number(),
                LocalDate.parse(person.birth(), DateTimeFormatter.BASIC_ISO_DATE),
                LocalDate.parse(person.passport().orElseThrow().expires(), DateTimeFormatter.BASIC_ISO_DATE));
        return new TravelDocumentApplication(countries).read(link(UTOPIA.passport(person), on), key, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "du-zhen, JANE EXAMPLE, DOE JANE EXAMPLE",
        "du-yuehan, JOHANNES MAXIMILIAN ALEXANDER LONG, DOE JOHANNES MAXIMILIAN ALEXANDER LONGNAME"
    })
    void readsAPassportWithWhatIsPrintedInItAndVerifiesIt(
            String id, String givenNames, String fullName, @TempDir Path folder) throws Exception {
        TravelDocumentOutcome.Read read = (TravelDocumentOutcome.Read) passport(id, Trust.in(UTOPIA, folder));
        assertThat(read.proof()).isEqualTo(new TravelDocumentProof.Verified("UT"));
        assertThat(read.document().reveal().issuer()).isEqualTo("UTO");
        assertThat(read.document().reveal().surname()).isEqualTo("DOE");
        assertThat(read.document().reveal().givenNames()).isEqualTo(givenNames);
        assertThat(read.document().reveal().fullName()).isEqualTo(Optional.of(fullName));
    }

    @Test
    void endsWhereThePassportsFileEnds() {
        assertThat(passport("du-zhen", Countries.NONE, ChipQuirk.FILE_TOO_LONG))
                .isEqualTo(new Refused(TravelDocumentOutcome.Reason.UNREADABLE, "DG1 ends at 93"));
    }
}
