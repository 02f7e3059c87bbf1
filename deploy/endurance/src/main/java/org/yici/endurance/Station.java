package org.yici.endurance;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.yici.endurance.entry.Author;
import org.yici.endurance.entry.Ledger;
import org.yici.endurance.entry.Offer;
import org.yici.endurance.entry.SessionClient;
import org.yici.endurance.program.Terminal;
import org.yici.endurance.wire.TlsAim;
import org.yici.endurance.wire.Wire;
import org.yici.ipc.PrintIntent;

/** A terminal, its wire to the broker, who enters there and what is written. {@link #enter} and its like are of one thread. */
record Station(Terminal terminal, Wire wire, TlsAim aim, SessionClient session, Author author, Ledger ledger) {
    /** The agent's health follows a change of sessions within three quarters of a second: nothing moves after that. */
    private static final Duration QUIET = Duration.ofMillis(1000);

    /** Has one entry kept, and writes down what the agent said. */
    SessionClient.Answer enter(Offer offer) throws InterruptedException {
        ledger.offered(offer);
        SessionClient.Answer answer = session.keep(offer);
        switch (answer) {
            case KEPT -> ledger.kept(offer);
            case REFUSED -> ledger.refused(offer.terminal() + " " + offer.id());
            case NONE -> author.abandon(offer.key());
        }
        return answer;
    }

    /** Has an intent kept and, if {@code finishes}, its outcome; otherwise the session is gone between the two. */
    void print(boolean finishes) throws InterruptedException {
        PrintIntent intent = author.intent();
        SessionClient.Answer answer = session.keep(intent);
        switch (answer) {
            case KEPT -> ledger.intentKept(terminal.id(), intent.key());
            case REFUSED -> ledger.refused(terminal.id() + " intent " + intent.key());
            case NONE -> ledger.intentInDoubt(terminal.id(), intent.key());
        }
        if (answer != SessionClient.Answer.KEPT) {
            return;
        }
        if (!finishes) {
            session.vanish();
        } else if (enter(author.outcome(intent)) == SessionClient.Answer.NONE) {
            ledger.intentInDoubt(terminal.id(), intent.key());
        }
    }

    /** Whether the terminal is connected and has nothing left to send. */
    boolean isEmpty() throws SQLException {
        return terminal.agent().isRunning()
                && session.isFront()
                && session.isCentreOnline()
                && wire.connections() == 1
                && terminal.outboxRows() == 0;
    }

    /** Whether it is empty and its line is quiet. */
    boolean isReady() throws SQLException {
        return aim.quiet().compareTo(QUIET) >= 0 && isEmpty();
    }

    void killAgent() throws InterruptedException {
        terminal.agent().kill();
    }

    void startAgent() throws IOException {
        terminal.agent().start();
    }
}
