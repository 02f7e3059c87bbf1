package org.yici.check.measure;

import java.util.Map;

/**
 * One line of the table.
 *
 * @param met whether every part of the goal is met; a line without a goal is met
 * @param where where the time goes, or how it was counted
 * @param values all that was taken, for the JSON
 */
public record Row(
        String name, String work, String seen, String goal, boolean met, String where, Map<String, Object> values) {
    public Row {
        values = Map.copyOf(values);
    }
}
