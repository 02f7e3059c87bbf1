package org.yici.contract;

import java.util.Arrays;
import java.util.Optional;

/** What can be stopped on a terminal alone, until staff release it. */
public enum StoppableService {
    /** The printing of certificates. */
    CERTIFICATES("certificates");

    private final String word;

    StoppableService(String word) {
        this.word = word;
    }

    /** As it stands in messages, in the agent's store and on its command line. */
    public String word() {
        return word;
    }

    /** The service of this word. */
    public static Optional<StoppableService> of(String word) {
        return Arrays.stream(values())
                .filter(service -> service.word.equals(word))
                .findFirst();
    }
}
