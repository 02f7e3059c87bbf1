package org.yici.view.kit;

/** A component that explains by moving, or that follows the time. */
public interface Animated {
    /**
     * Shows the moment {@code millis} after the screen appeared. On the event dispatch thread.
     *
     * @return whether it now looks different and wants to be painted
     */
    boolean at(long millis);
}
