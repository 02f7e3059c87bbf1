package org.yici.kiosk.ui;

/**
 * How one citizen wants to see the screens. Chosen by the citizen, holds for the visit, says nothing of who they are.
 *
 * @param language of all sentences
 */
public record VisitPreferences(Language language) {
    /** What every visit begins with. */
    public static final VisitPreferences DEFAULT = new VisitPreferences(Language.CHINESE);

    public VisitPreferences withLanguage(Language chosen) {
        return new VisitPreferences(chosen);
    }
}
