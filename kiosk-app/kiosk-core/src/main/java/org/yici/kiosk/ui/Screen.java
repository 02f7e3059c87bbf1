package org.yici.kiosk.ui;

/**
 * One immutable value shown to a citizen. Each citizen service has its own sealed screens; a view that belongs to the class of the value
 * draws it. Sentences are {@link Message}s, never text put together here.
 */
public interface Screen {
    /** How the terminal treats this screen. */
    ScreenTraits traits();
}
