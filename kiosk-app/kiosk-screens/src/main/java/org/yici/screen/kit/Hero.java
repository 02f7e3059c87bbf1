package org.yici.screen.kit;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/**
 * A page around one picture. Upright: words, picture, words, keys one below the other, in the middle. Wide: the picture at the left,
 * all else beside it.
 */
public final class Hero {
    private final Look look;
    private final JComponent art;
    private final List<JComponent> head = new ArrayList<>();
    private final List<JComponent> body = new ArrayList<>();
    private final List<JComponent> keys = new ArrayList<>();
    private boolean artFirst;

    public Hero(Look look, JComponent art) {
        this.look = look;
        this.art = art;
    }

    /** Words above the picture. */
    public Hero head(JComponent... components) {
        head.addAll(List.of(components));
        return this;
    }

    /** Words below the picture. */
    public Hero body(JComponent... components) {
        body.addAll(List.of(components));
        return this;
    }

    /** Keys at the foot, the main one first. */
    public Hero keys(JComponent... components) {
        keys.addAll(List.of(components));
        return this;
    }

    /** Puts the picture above the head on an upright panel. */
    public Hero artFirst() {
        artFirst = true;
        return this;
    }

    /** Lays everything on {@code page}, whose layout it sets. */
    public void on(Page page) {
        if (look.portrait()) {
            upright(page);
        } else {
            wide(page);
        }
    }

    private void upright(Page page) {
        int margin = look.measure().margin();
        page.setLayout(new MigLayout(
                "insets " + look.mm(18) + " " + margin + " " + look.mm(14) + " " + margin + ", gap 0, wrap 1, fillx",
                "[grow, center]"));
        if (artFirst) {
            page.add(new Space(), "pushy 70, grow");
            page.add(art, "gapbottom " + look.mm(14));
        }
        stack(page, head, "center");
        if (!artFirst) {
            page.add(art, "pushy, grow, gaptop " + look.mm(10) + ", gapbottom " + look.mm(10));
        }
        stack(page, body, "center");
        if (artFirst) {
            page.add(new Space(), "pushy 100, grow");
        }
        for (JComponent key : keys) {
            page.add(key, "growx, gaptop " + look.mm(7));
        }
    }

    private void stack(JComponent page, List<JComponent> components, String align) {
        for (JComponent component : components) {
            if (component instanceof Words words && align.equals("center")) {
                words.centred();
            }
            String wide = component instanceof Words ? align : "growx";
            page.add(
                    component,
                    wide + ", gaptop " + look.mm(component instanceof Words ? 2 : 7) + ", gapbottom " + look.mm(3));
        }
    }

    private void wide(Page page) {
        int margin = look.measure().margin();
        int column = look.measure().column();
        page.setLayout(new MigLayout(
                "insets " + look.mm(6) + " " + margin + " " + look.mm(6) + " " + margin + ", gap 0, fill",
                "[grow]" + 2 * margin + "[" + column + "!]",
                "[grow, fill]"));
        Page side = new Page(new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow]"));
        side.add(new Space(), "pushy, grow");
        stack(side, head, "left");
        stack(side, body, "left");
        for (JComponent key : keys) {
            side.add(key, "growx, gaptop " + look.mm(5));
        }
        side.add(new Space(), "pushy, grow");
        page.add(art, "grow");
        page.add(side, "grow");
    }

    private static final class Space extends Part {}
}
