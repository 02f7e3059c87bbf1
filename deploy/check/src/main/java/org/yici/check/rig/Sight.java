package org.yici.check.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The screen as a screen reader would read it at one moment.
 *
 * @param seq grows with each change of what is in front
 * @param user under whom the session in front runs; empty while none is in front
 * @param pid of the session in front
 */
public record Sight(long seq, String user, long pid, List<Node> nodes) {
    /** One thing on the screen. {@code covered}: a finger in its middle would touch something else. */
    public record Node(String role, String name, boolean enabled, boolean covered, int x, int y, int w, int h) {
        boolean isButton() {
            return role.equals("push button");
        }

        /** Whether it changes by itself from second to second. */
        boolean ticks() {
            return name.chars().anyMatch(Character::isDigit);
        }
    }

    public Sight {
        nodes = List.copyOf(nodes);
    }

    static Sight of(JsonNode told) {
        JsonNode seen = told.path("seen");
        List<Node> nodes = new ArrayList<>();
        for (JsonNode node : seen.path("nodes")) {
            nodes.add(new Node(
                    node.path("role").asString(""),
                    node.path("name").asString(""),
                    node.path("enabled").asBoolean(false),
                    node.path("covered").asBoolean(false),
                    node.path("x").asInt(),
                    node.path("y").asInt(),
                    node.path("w").asInt(),
                    node.path("h").asInt()));
        }
        return new Sight(
                told.path("seq").asLong(),
                seen.path("user").asString(""),
                seen.path("pid").asLong(0),
                nodes);
    }

    /** The keeper's name of the session in front, {@code session-1}; empty while none is in front. */
    public Optional<String> program() {
        return user.isEmpty() ? Optional.empty() : Optional.of(user.replaceFirst("^yici-", ""));
    }

    /** Whether a name contains {@code sentence}. */
    public boolean says(String sentence) {
        return nodes.stream().anyMatch(node -> node.name().contains(sentence));
    }

    public boolean saysAll(String... sentences) {
        return Arrays.stream(sentences).allMatch(this::says);
    }

    /** Whether a button of exactly this name can be touched. */
    public boolean offers(String button) {
        return button(button).isPresent();
    }

    Optional<Node> button(String name) {
        return nodes.stream()
                .filter(node -> node.isButton() && node.enabled() && !node.covered())
                .filter(node -> node.name().equals(name))
                .findFirst();
    }

    /** What stays the same while a screen stays: without time and seconds. */
    List<Node> still() {
        return nodes.stream().filter(node -> !node.ticks()).toList();
    }

    /** All names, in the order in which they are read out. */
    public String all() {
        return nodes.isEmpty()
                ? "(no session in front)"
                : nodes.stream().map(Node::name).distinct().collect(Collectors.joining(" | "));
    }
}
