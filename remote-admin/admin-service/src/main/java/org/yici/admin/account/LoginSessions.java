package org.yici.admin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.yici.base.Time;

/**
 * The log-in sessions of this instance. Ends those that are over, whether or not their pages ask for something. A password that was
 * changed in another instance ends them within seconds. Thread-safe.
 */
public final class LoginSessions {
    private static final Logger LOG = LoggerFactory.getLogger(LoginSessions.class);
    private static final String ATTRIBUTE = LoginSession.class.getName();

    private final Set<LoginSession> sessions = ConcurrentHashMap.newKeySet();
    private final AccountStore accounts;
    private final Limits limits;
    private final Time time;

    /**
     * How long a log-in session lasts.
     *
     * @param idle at most without the person doing something
     * @param longest at most in all
     */
    record Limits(Duration idle, Duration longest) {}

    LoginSessions(AccountStore accounts, Limits limits, Time time) {
        this.accounts = accounts;
        this.limits = limits;
        this.time = time;
    }

    /** Begins one for the account that was just logged in with this request. */
    public void begin(HttpServletRequest request, String account) {
        HttpSession browser = request.getSession();
        LoginSession session =
                new LoginSession(account, accounts.passwordVersion(account), () -> invalidate(browser), time);
        sessions.add(session);
        session.add(() -> sessions.remove(session));
        browser.setAttribute(ATTRIBUTE, session);
    }

    /** The one that a request belongs to. One that is over is ended, and so is a browser's session without any. */
    public Optional<LoginSession> of(HttpServletRequest request) {
        HttpSession browser = request.getSession(false);
        if (browser == null) {
            return Optional.empty();
        }
        if (browser.getAttribute(ATTRIBUTE) instanceof LoginSession session && !session.isOver(limits)) {
            return Optional.of(session);
        }
        invalidate(browser);
        return Optional.empty();
    }

    /** The person behind the request did something. */
    public void seen(HttpServletRequest request) {
        of(request).ifPresent(LoginSession::seen);
    }

    /** Ends all of the account but this one, which goes on under its new password. */
    void passwordChanged(LoginSession own, int version) {
        own.passwordChanged(version);
        end(session -> session != own && session.account().equals(own.account()));
    }

    @Scheduled(fixedDelay = 1_000)
    void endThoseThatAreOver() {
        end(session -> session.isOver(limits));
    }

    @Scheduled(fixedDelay = 2_000)
    void endThoseOfEarlierPasswords() {
        if (sessions.isEmpty()) {
            return;
        }
        try {
            Map<String, Integer> versions = accounts.passwordVersions();
            end(session -> versions.getOrDefault(session.account(), 0) > session.passwordVersion()
                    || !versions.containsKey(session.account()));
        } catch (DataAccessException e) {
            LOG.warn(
                    "Whether passwords were changed cannot be asked: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void end(Predicate<LoginSession> which) {
        sessions.stream().filter(which).forEach(LoginSession::end);
    }

    private static void invalidate(HttpSession browser) {
        try {
            browser.invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("A browser's session had ended already");
        }
    }
}
