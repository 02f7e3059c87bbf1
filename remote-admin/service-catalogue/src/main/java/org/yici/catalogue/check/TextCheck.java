package org.yici.catalogue.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.file.CatalogueCodec;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.search.TextForm;
import tools.jackson.databind.JsonNode;

/** That texts are plain: no reader has to escape or to interpret them. */
final class TextCheck {
    /** A tag, a comment or an entity, as HTML in a label or on a page would take it. */
    private static final Pattern MARKUP = Pattern.compile("<\\s*[/!?a-zA-Z][^<]{0,20}|&#?[a-zA-Z0-9]{1,10};");

    private TextCheck() {}

    static void check(Item item, List<Fault> faults) {
        walk(item, CatalogueCodec.tree(item), "", faults);
        item.pinyin().ifPresent(pinyin -> {
            long syllables = Pattern.compile(" ").splitAsStream(pinyin).count();
            long letters = TextForm.of(item.name().zh())
                    .codePoints()
                    .filter(TextForm::isHan)
                    .count();
            if (syllables != letters || !pinyin.matches("[a-z]{1,6}( [a-z]{1,6})*")) {
                faults.add(Fault.ofItem(
                        Rule.PINYIN, item.id(), "pinyin", String.valueOf(syllables), String.valueOf(letters)));
            }
        });
    }

    private static void walk(Item item, JsonNode node, String path, List<Fault> faults) {
        if (node.isString()) {
            Matcher markup = MARKUP.matcher(node.stringValue());
            if (markup.find()) {
                faults.add(Fault.ofItem(Rule.MARKUP, item.id(), path, markup.group()));
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                walk(item, field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), faults);
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                walk(item, node.get(index), path + "." + index, faults);
            }
        }
    }
}
