package org.yici.catalogue.situation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yici.catalogue.text.Key;

/**
 * What a citizen answered so far. Personal: it says something about a person.
 *
 * @param byQuestion question to answer; an answer may be {@link Answer#UNKNOWN}
 */
public record Answers(SortedMap<Key, Key> byQuestion) {
    public static final Answers NONE = new Answers(new TreeMap<>());

    public Answers {
        byQuestion = Collections.unmodifiableSortedMap(new TreeMap<>(byQuestion));
    }

    /** These and one more; an earlier answer to the same question is replaced. */
    public Answers with(Key question, Key answer) {
        SortedMap<Key, Key> more = new TreeMap<>(byQuestion);
        more.put(question, answer);
        return new Answers(more);
    }

    public Answers with(String question, String answer) {
        return with(new Key(question), new Key(answer));
    }

    public Answers without(Key question) {
        SortedMap<Key, Key> fewer = new TreeMap<>(byQuestion);
        fewer.remove(question);
        return new Answers(fewer);
    }

    public Optional<Key> to(Key question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    public boolean has(Key question) {
        return byQuestion.containsKey(question);
    }

    Map<Key, Key> known() {
        SortedMap<Key, Key> known = new TreeMap<>(byQuestion);
        known.values().removeIf(Answer.UNKNOWN::equals);
        return known;
    }
}
