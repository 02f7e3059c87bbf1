package org.yici.catalogue.fault;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.item.ItemId;

/**
 * One place where a catalogue breaks a rule.
 *
 * @param item the item, where it is one's
 * @param path the file, or the field in the item, for example {@code guide.materials.old-card.when}
 * @param arguments what the rule's sentence names, in its order
 */
public record Fault(Rule rule, Optional<ItemId> item, String path, List<String> arguments) {
    private static final int LONGEST_ARGUMENT = 200;

    public Fault {
        arguments = arguments.stream().map(Fault::shortened).toList();
    }

    public static Fault ofFile(Rule rule, String path, String... arguments) {
        return new Fault(rule, Optional.empty(), shortened(path), List.of(arguments));
    }

    public static Fault ofItem(Rule rule, ItemId item, String path, String... arguments) {
        return new Fault(rule, Optional.of(item), path, List.of(arguments));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ARGUMENT ? text.substring(0, LONGEST_ARGUMENT) + "…" : text;
    }
}
