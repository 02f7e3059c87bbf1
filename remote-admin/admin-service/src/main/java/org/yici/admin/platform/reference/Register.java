package org.yici.admin.platform.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.base.CitizenNumber;
import org.yici.contract.PersonName;
import org.yici.contract.https.Citizen;
import org.yici.paper.certificate.InsuranceRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The people whom the reference platform knows, all invented. */
final class Register {
    /** The number of a foreign resident's card until 2023; all others have 18 characters and a check character. */
    private static final Pattern FORMER_FOREIGNER = Pattern.compile("[A-Z]{3}[0-9]{12}");

    private final Map<String, Person> people;

    private Register(List<Person> people) {
        this.people = people.stream().collect(Collectors.toUnmodifiableMap(Person::number, Function.identity()));
    }

    /** The register that comes with the program. */
    static Register load() {
        try (InputStream in = Objects.requireNonNull(Register.class.getResourceAsStream("register.yaml"))) {
            return new Register(new YAMLMapper().readValue(in, new TypeReference<List<Person>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of these people. */
    static Register of(List<Person> people) {
        return new Register(people);
    }

    /** The person with this number, if the name is theirs too. */
    Optional<Person> find(Citizen citizen) {
        PersonName name = new PersonName(citizen.name());
        return Optional.ofNullable(people.get(citizen.number()))
                .filter(person -> new PersonName(person.name()).sameAs(name));
    }

    int size() {
        return people.size();
    }

    /**
     * Somebody in the register.
     *
     * @param birth needed where the number does not tell it in full
     */
    record Person(String number, String name, @Nullable LocalDate birth, List<Insurance> insurance) {
        Person {
            if (!FORMER_FOREIGNER.matcher(number).matches()) {
                birth = new CitizenNumber(number).birth();
            }
            if (birth == null) {
                throw new IllegalArgumentException("a person whose number does not tell the birth date needs one");
            }
            insurance = List.copyOf(insurance);
        }

        LocalDate bornOn() {
            return Objects.requireNonNull(birth);
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    /** @param months months paid, where payment has ended; otherwise counted from {@code since} */
    record Insurance(String kind, String status, YearMonth since, @Nullable Integer months) {
        InsuranceRow row(YearMonth now) {
            int paid = months != null ? months : (int) Math.max(0, ChronoUnit.MONTHS.between(since, now));
            return new InsuranceRow(kind, status, since, paid);
        }

        @Override
        public String toString() {
            return "Insurance";
        }
    }
}
