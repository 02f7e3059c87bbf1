package org.yici.screen.kit;

/** A component that explains by moving, or that follows the time. */
public interface Moving {
    /**
     * Shows the moment {@code millis} after the screen appeared. On the event dispatch thread.
     *
     * @return whether it now looks different and wants to be painted
     */
    boolean at(long millis);
}
