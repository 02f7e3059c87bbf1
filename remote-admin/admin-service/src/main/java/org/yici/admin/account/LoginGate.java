package org.yici.admin.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.yici.admin.throttle.Throttle;
import org.yici.base.Time;

/** Slows guessing down: after some wrong passwords for a name it asks for patience before it looks at another one. */
final class LoginGate implements AuthenticationProvider {
    private static final int WRONG_PASSWORDS = 5;
    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final int MOST_NAMES = 1000;

    private final AuthenticationProvider behind;
    private final Time time;
    private final Map<String, Throttle> throttles = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Throttle> eldest) {
            return size() > MOST_NAMES;
        }
    };

    LoginGate(AuthenticationProvider behind, Time time) {
        this.behind = behind;
        this.time = time;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        Throttle throttle = throttle(attempt.getName());
        if (!throttle.isOpen()) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            return behind.authenticate(attempt);
        } catch (AuthenticationException e) {
            throttle.failed();
            throw e;
        }
    }

    private Throttle throttle(String name) {
        synchronized (throttles) {
            return throttles.computeIfAbsent(name, unused -> new Throttle(time, WRONG_PASSWORDS, SPAN));
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return behind.supports(authentication);
    }
}
