package org.yici.bench.printer;

import java.util.List;

/**
 * What can stand in a printer's way; any number at once, each a switch. Reasons are keywords of RFC 8011 5.4.12 with its suffix for
 * how bad it is; unlike a {@link Lie}, the printer says them.
 */
public enum Obstacle {
    PAPER_OUT("paper-out", Effect.STOPS, "Out of paper.", "media-empty-error"),
    /** The last sheet of paper is the next one that comes out; from then on there is none until this is off. */
    PAPER_OUT_AFTER_ONE_SHEET("paper-out-after-one-sheet", Effect.NONE, ""),
    PAPER_LOW("printer-paper-low", Effect.NONE, "Little paper left.", "media-low-warning"),
    /** A sheet in the path is lost, and its pages are printed once more when the jam is mended. */
    JAM("printer-jam", Effect.STOPS_AND_CATCHES, "Paper jam.", "media-jam-error"),
    /** Stops the engine where it is, so that a sheet in the path is lost as in a jam. */
    COVER_OPEN("printer-cover-open", Effect.STOPS_AND_CATCHES, "A cover is open.", "cover-open-error"),
    TONER_OUT("printer-toner-out", Effect.STOPS, "Toner is empty.", "marker-supply-empty-error", "toner-empty-error"),
    TONER_LOW("printer-toner-low", Effect.NONE, "Toner is low.", "marker-supply-low-warning", "toner-low-warning"),
    /** Something of which the printer has more: it prints without it, and only warns. */
    SECOND_TRAY_EMPTY("printer-second-tray-empty", Effect.NONE, "Tray 2 is empty.", "media-empty-warning"),
    ONE_COLOUR_EMPTY(
            "printer-one-colour-empty",
            Effect.NONE,
            "Cyan is empty.",
            "marker-supply-empty-warning",
            "toner-empty-warning"),
    COVER_REPORTED("printer-cover-reported", Effect.NONE, "A cover is open.", "cover-open-report"),
    OUTPUT_FULL("printer-output-full", Effect.STOPS, "The output tray is full.", "output-area-full-error"),
    FUSER("printer-fuser", Effect.STOPS, "The fuser is too hot.", "fuser-over-temp-error"),
    /** Somebody pressed pause: the sheet in the path still comes out, and until then the reason is {@code moving-to-paused}. */
    PAUSED("printer-paused", Effect.STOPS, "Paused.", "paused"),
    /** New jobs are refused ({@code printer-is-accepting-jobs}); what it has is printed. */
    NOT_ACCEPTING("printer-not-accepting", Effect.NONE, ""),
    /** New jobs are refused as if somebody else's were under way. */
    BUSY("printer-busy", Effect.NONE, "");

    private enum Effect {
        NONE,
        STOPS,
        STOPS_AND_CATCHES
    }

    private final String switchName;
    private final Effect effect;
    private final String message;
    private final List<String> reasons;

    Obstacle(String switchName, Effect effect, String message, String... reasons) {
        this.switchName = switchName;
        this.effect = effect;
        this.message = message;
        this.reasons = List.of(reasons);
    }

    public String switchName() {
        return switchName;
    }

    /** For {@code printer-state-message}; may be empty. */
    String message() {
        return message;
    }

    /** For {@code printer-state-reasons}; may be empty. */
    List<String> reasons() {
        return reasons;
    }

    /** Whether no further sheet is drawn in. */
    boolean stops() {
        return effect != Effect.NONE;
    }

    /** Whether a sheet that is in the path does not come out. */
    boolean catchesSheet() {
        return effect == Effect.STOPS_AND_CATCHES;
    }
}
