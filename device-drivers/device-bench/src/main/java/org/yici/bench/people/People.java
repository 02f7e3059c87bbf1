package org.yici.bench.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The stack of test people, in the order in which the page shows them. Immutable. */
public final class People {
    private final Map<String, Person> byId = new LinkedHashMap<>();

    private People(List<Person> people) {
        people.forEach(person -> {
            if (byId.put(person.id(), person) != null) {
                throw new IllegalArgumentException("two people are called " + person.id());
            }
        });
    }

    /** The people that come with the bench ({@code people.yaml}). */
    public static People builtIn() {
        try (InputStream yaml = Objects.requireNonNull(People.class.getResourceAsStream("people.yaml"))) {
            return new People(List.of(YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(yaml, Person[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Person> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
