package org.yici.contract;

import java.util.Optional;
import org.yici.base.TerminalId;

/**
 * The MQTT topics of version 1. A terminal publishes below {@code yici/v1/t/{terminal}/out/} and subscribes to
 * {@code yici/v1/t/{terminal}/in/#}; nothing else is its own.
 */
public final class Topics {
    /** All topics of terminals begin with it. */
    public static final String PREFIX = "yici/v1/t/";

    public static final String BIRTH = "birth";
    public static final String DEATH = "death";
    public static final String HEALTH = "health";
    public static final String ENTRY = "entry";
    public static final String RECORDED = "recorded";

    private Topics() {}

    /** Where {@code terminal} publishes messages of the kind {@code leaf}. */
    public static String out(TerminalId terminal, String leaf) {
        return PREFIX + terminal + "/out/" + leaf;
    }

    /** Where the service publishes messages of the kind {@code leaf} for {@code terminal}. */
    public static String in(TerminalId terminal, String leaf) {
        return PREFIX + terminal + "/in/" + leaf;
    }

    /** The one subscription of {@code terminal}. */
    public static String inFilter(TerminalId terminal) {
        return PREFIX + terminal + "/in/#";
    }

    /** Takes a topic below {@code out/} apart; empty if it is of another form. */
    public static Optional<Out> parseOut(String topic) {
        if (!topic.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] levels = topic.substring(PREFIX.length()).split("/", -1);
        boolean known = levels.length == 3 && levels[1].equals("out") && TerminalId.isValid(levels[0]);
        return known ? Optional.of(new Out(new TerminalId(levels[0]), levels[2])) : Optional.empty();
    }

    /** A topic below {@code out/}: whose, and of what kind. */
    public record Out(TerminalId terminal, String leaf) {}
}
