package org.yici.onlooker;

import java.awt.Rectangle;

/**
 * One thing that assistive technology would read out.
 *
 * @param role in English, as {@code javax.accessibility.AccessibleRole} calls it
 * @param name what it says; empty if it has no name, which only a thing to touch is listed with
 * @param covered whether a finger in its middle would touch something else
 * @param at where it is on the screen, in pixels
 */
record Node(
        String role, String name, String description, boolean enabled, boolean focused, boolean covered, Rectangle at) {
    String json() {
        StringBuilder json = new StringBuilder(160)
                .append("{\"role\":")
                .append(Json.string(role))
                .append(",\"name\":")
                .append(Json.string(name));
        if (!description.isEmpty()) {
            json.append(",\"description\":").append(Json.string(description));
        }
        return json.append(",\"enabled\":")
                .append(enabled)
                .append(",\"focused\":")
                .append(focused)
                .append(",\"covered\":")
                .append(covered)
                .append(",\"x\":")
                .append(at.x)
                .append(",\"y\":")
                .append(at.y)
                .append(",\"w\":")
                .append(at.width)
                .append(",\"h\":")
                .append(at.height)
                .append('}')
                .toString();
    }
}
