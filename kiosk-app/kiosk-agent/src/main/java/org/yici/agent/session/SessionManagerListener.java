package org.yici.agent.session;

/** Hears what changes at the desk. Called on the loop. */
public interface SessionManagerListener {
    /** Devices or session are not what they were. */
    void conditionChanged();

    /** An entry was kept. */
    void outboxGrew();

    /** A session got the screen and there is no pass for it. */
    void passWanted();
}
