package org.yici.view.kit;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/**
 * A page around one picture. Upright: words, picture, words, keys one below the other, in the middle. Wide: the picture at the left,
 * all else beside it.
 */
public final class IllustrationLayout {
    private final Theme theme;
    private final JComponent art;
    private final List<JComponent> head = new ArrayList<>();
    private final List<JComponent> body = new ArrayList<>();
    private final List<JComponent> keys = new ArrayList<>();
    private boolean artFirst;

    public IllustrationLayout(Theme theme, JComponent art) {
        this.theme = theme;
        this.art = art;
    }

    /** TextBlock above the picture. */
    public IllustrationLayout head(JComponent... components) {
        head.addAll(List.of(components));
        return this;
    }

    /** TextBlock below the picture. */
    public IllustrationLayout body(JComponent... components) {
        body.addAll(List.of(components));
        return this;
    }

    /** Keys at the foot, the main one first. */
    public IllustrationLayout keys(JComponent... components) {
        keys.addAll(List.of(components));
        return this;
    }

    /** Puts the picture above the head on an upright panel. */
    public IllustrationLayout artFirst() {
        artFirst = true;
        return this;
    }

    /** Lays everything on {@code page}, whose layout it sets. */
    public void on(Page page) {
        if (theme.portrait()) {
            upright(page);
        } else {
            wide(page);
        }
    }

    private void upright(Page page) {
        int margin = theme.measure().margin();
        page.setLayout(new MigLayout(
                "insets " + theme.mm(18) + " " + margin + " " + theme.mm(14) + " " + margin + ", gap 0, wrap 1, fillx",
                "[grow, center]"));
        if (artFirst) {
            page.add(new Space(), "pushy 70, grow");
            page.add(art, "gapbottom " + theme.mm(14));
        }
        stack(page, head, "center");
        if (!artFirst) {
            page.add(art, "pushy, grow, gaptop " + theme.mm(10) + ", gapbottom " + theme.mm(10));
        }
        stack(page, body, "center");
        if (artFirst) {
            page.add(new Space(), "pushy 100, grow");
        }
        for (JComponent key : keys) {
            page.add(key, "growx, gaptop " + theme.mm(7));
        }
    }

    private void stack(JComponent page, List<JComponent> components, String align) {
        for (JComponent component : components) {
            if (component instanceof TextBlock words && align.equals("center")) {
                words.centred();
            }
            String wide = component instanceof TextBlock ? align : "growx";
            page.add(
                    component,
                    wide + ", gaptop " + theme.mm(component instanceof TextBlock ? 2 : 7) + ", gapbottom "
                            + theme.mm(3));
        }
    }

    private void wide(Page page) {
        int margin = theme.measure().margin();
        int column = theme.measure().column();
        page.setLayout(new MigLayout(
                "insets " + theme.mm(6) + " " + margin + " " + theme.mm(6) + " " + margin + ", gap 0, fill",
                "[grow]" + 2 * margin + "[" + column + "!]",
                "[grow, fill]"));
        Page side = new Page(new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow]"));
        side.add(new Space(), "pushy, grow");
        stack(side, head, "left");
        stack(side, body, "left");
        for (JComponent key : keys) {
            side.add(key, "growx, gaptop " + theme.mm(5));
        }
        side.add(new Space(), "pushy, grow");
        page.add(art, "grow");
        page.add(side, "grow");
    }

    private static final class Space extends AccessibleComponent {}
}
