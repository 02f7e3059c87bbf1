package org.yici.view;

/**
 * The display of one model of terminal. All sizes on the screen are millimetres turned into pixels by {@code pitchMm}.
 *
 * @param widthPx pixels across, at least 600
 * @param heightPx pixels down, at least 600
 * @param pitchMm millimetres from one pixel to the next, 0.1 to 1; 0.311 for 27 inches at 1920x1080
 */
public record PanelProfile(int widthPx, int heightPx, double pitchMm) {
    /** 1080x1920 at 27 inches, upright. */
    public static final PanelProfile PORTRAIT_27 = new PanelProfile(1080, 1920, 0.311);

    /** 1920x1080 at 27 inches. */
    public static final PanelProfile LANDSCAPE_27 = new PanelProfile(1920, 1080, 0.311);

    public PanelProfile {
        if (widthPx < 600 || heightPx < 600 || !(pitchMm >= 0.1 && pitchMm <= 1)) {
            throw new IllegalArgumentException("Panel profile " + widthPx + "x" + heightPx + " px, pitch " + pitchMm
                    + " mm: expected at least 600x600 px and a pitch of 0.1 to 1 mm");
        }
    }
}
