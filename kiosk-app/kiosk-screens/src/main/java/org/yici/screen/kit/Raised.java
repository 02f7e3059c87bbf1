package org.yici.screen.kit;

/** A component that casts a shadow beyond its own bounds; the {@link Page} that holds it draws the shadow. */
interface Raised {
    /** How far the shadow reaches, in pixels; 0 for none. */
    int shadow();

    int corner();
}
