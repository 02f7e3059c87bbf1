package org.yici.view.kit;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.Icon;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Message;
import org.yici.kiosk.ui.VisitPreferences;

/** What a view needs to draw itself: measures, face, texts and icons of one panel and one visit. Immutable. */
public final class Theme {
    private static final Color NONE = new Color(0, true);

    private final Measure measure;
    private final Typeface typeface;
    private final Map<Language, Messages> languages;
    private final VisitPreferences preferences;

    /**
     * For one panel, as every visit begins.
     *
     * @param services base names of the services' message files, all of which are read now in all languages
     */
    public Theme(Measure measure, Path fontFolder, List<String> services) {
        this(measure, Typeface.load(fontFolder, measure), languages(services), VisitPreferences.DEFAULT);
    }

    private Theme(Measure measure, Typeface typeface, Map<Language, Messages> languages, VisitPreferences preferences) {
        this.measure = measure;
        this.typeface = typeface;
        this.languages = languages;
        this.preferences = preferences;
    }

    private static Map<Language, Messages> languages(List<String> services) {
        Map<Language, Messages> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, Messages.of(language, services));
        }
        return all;
    }

    /** The same panel for somebody with these preferences; reads no file. */
    public Theme with(VisitPreferences wanted) {
        return new Theme(measure, typeface, languages, wanted);
    }

    public VisitPreferences preferences() {
        return preferences;
    }

    public Measure measure() {
        return measure;
    }

    public int mm(double millimetres) {
        return measure.mm(millimetres);
    }

    public boolean portrait() {
        return measure.portrait();
    }

    public Messages messages() {
        return Objects.requireNonNull(languages.get(preferences.language()));
    }

    /** {@code text} in the language of the visit, or in Chinese where it is not there. */
    public String text(LocalText text) {
        return messages().text(text);
    }

    public String text(Message message) {
        return messages().text(message);
    }

    /** The sentence under {@code key}. */
    public String text(String key, Object... values) {
        return messages().text(key, values);
    }

    /** Text as it is, wrapped at {@code wrapPx}. */
    public TextBlock words(String text, TextSize size, Color color, int wrapPx) {
        return new TextBlock(text, size, typeface.font(size), color, wrapPx);
    }

    /** Text as it is, as wide as a column. */
    public TextBlock words(String text, TextSize size, Color color) {
        return words(text, size, color, measure.column());
    }

    /** Text in the first of {@code sizes}, the largest first, in which it takes at most {@code lines} lines; else in the last. */
    public TextBlock fitting(String text, Color color, int wrapPx, int lines, List<TextSize> sizes) {
        TextBlock fitting = words(text, sizes.get(0), color, wrapPx);
        for (int i = 1; i < sizes.size() && fitting.lines().size() > lines; i++) {
            fitting = words(text, sizes.get(i), color, wrapPx);
        }
        return fitting;
    }

    public Icon icon(LineIcon icon, double sideMm, Color color) {
        return icon(icon.resource(), sideMm, color);
    }

    /** The icon of a citizen service on a disc of {@code sideMm}. */
    public Picture serviceOnDisc(ServiceId service, double sideMm, Color color, Color disc) {
        return new Picture(icon(LineIcon.resource(service.value()), sideMm * 0.54, color), disc, mm(sideMm));
    }

    private Icon icon(String resource, double sideMm, Color color) {
        int side = mm(sideMm);
        FlatSVGIcon drawing = new FlatSVGIcon(resource, side, side, Theme.class.getClassLoader());
        drawing.setColorFilter(new FlatSVGIcon.ColorFilter(any -> color));
        return drawing;
    }

    /** An icon of {@code sideMm} alone. */
    public Picture picture(LineIcon icon, double sideMm, Color color) {
        return new Picture(icon(icon, sideMm, color), NONE, mm(sideMm));
    }

    /** An icon on a disc of {@code sideMm}. */
    public Picture onDisc(LineIcon icon, double sideMm, Color color, Color disc) {
        return new Picture(icon(icon, sideMm * 0.54, color), disc, mm(sideMm));
    }
}
