package org.yici.bench.ipp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A named attribute with at least one value. The static makers are named after the kind of value. */
record Attribute(String name, List<Value> values) {
    Attribute {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " has no value");
        }
    }

    static Attribute text(int tag, String name, String... values) {
        return new Attribute(
                name,
                Arrays.stream(values).<Value>map(v -> new Value.Text(tag, v)).toList());
    }

    static Attribute keyword(String name, String... values) {
        return text(Tag.KEYWORD, name, values);
    }

    static Attribute keywords(String name, List<String> values) {
        return keyword(name, values.toArray(String[]::new));
    }

    static Attribute uri(String name, String value) {
        return text(Tag.URI, name, value);
    }

    static Attribute integer(String name, int value) {
        return new Attribute(name, List.of(new Value.Number(Tag.INTEGER, value)));
    }

    static Attribute integerOrNone(String name, Optional<Integer> value) {
        return value.map(v -> integer(name, v)).orElseGet(() -> noValue(name));
    }

    static Attribute enumeration(String name, int... values) {
        return new Attribute(
                name,
                IntStream.of(values)
                        .<Value>mapToObj(v -> new Value.Number(Tag.ENUM, v))
                        .toList());
    }

    static Attribute bool(String name, boolean value) {
        return new Attribute(name, List.of(new Value.Bool(value)));
    }

    static Attribute range(String name, int lower, int upper) {
        return new Attribute(name, List.of(new Value.Range(lower, upper)));
    }

    static Attribute resolution(String name, int... dotsPerInch) {
        return new Attribute(
                name,
                IntStream.of(dotsPerInch).<Value>mapToObj(Value.Resolution::new).toList());
    }

    static Attribute collection(String name, Attribute... members) {
        return new Attribute(name, List.of(new Value.Collection(List.of(members))));
    }

    /** One collection for each of {@code collections}, which have the same name. */
    static Attribute collections(List<Attribute> collections) {
        return new Attribute(
                collections.get(0).name(),
                collections.stream().flatMap(one -> one.values().stream()).toList());
    }

    static Attribute noValue(String name) {
        return new Attribute(name, List.of(new Value.Raw(Tag.NO_VALUE, new byte[0])));
    }

    /** The values that are strings. */
    List<String> strings() {
        return values.stream()
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value())
                .toList();
    }

    Optional<String> string() {
        return strings().stream().findFirst();
    }

    Optional<Integer> number() {
        return values.get(0) instanceof Value.Number number ? Optional.of(number.value()) : Optional.empty();
    }

    /** A member of the first value, where that is a collection. */
    Optional<Attribute> member(String name) {
        return values.get(0) instanceof Value.Collection collection
                ? collection.members().stream()
                        .filter(member -> member.name().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    boolean isTrue() {
        return values.get(0) instanceof Value.Bool bool && bool.value();
    }
}
