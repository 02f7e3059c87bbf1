package org.yici.bench.ipp;

import java.util.List;
import java.util.Optional;

/** A group of attributes, in the order in which they were written. */
record Group(int tag, List<Attribute> attributes) {
    Group {
        attributes = List.copyOf(attributes);
    }

    Optional<Attribute> find(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    Optional<String> string(String name) {
        return find(name).flatMap(Attribute::string);
    }
}
