package org.yici.admin.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.throttle.Throttle;
import org.yici.base.Time;

/**
 * Slows guessing down: after some wrong passwords for a name it asks for patience before it looks at another one. Names share a fixed
 * number of places, drawn with a random salt, so that trying many other names neither fills the memory nor frees the one that is guessed.
 */
final class LoginGate implements AuthenticationProvider {
    private static final int WRONG_PASSWORDS = 5;
    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final int PLACES = 1024;

    private final AuthenticationProvider behind;
    private final Refusals refusals;
    private final Throttle[] throttles = new Throttle[PLACES];
    private final long salt = new SecureRandom().nextLong();

    LoginGate(AuthenticationProvider behind, Refusals refusals, Time time) {
        this.behind = behind;
        this.refusals = refusals;
        Arrays.setAll(throttles, place -> new Throttle(time, WRONG_PASSWORDS, SPAN));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        Throttle throttle = throttles[Math.floorMod(Objects.hash(salt, attempt.getName()), PLACES)];
        if (!throttle.isOpen()) {
            refusals.count(RefusalKind.PASSWORD_LOCKED, who(attempt), "");
            throw new LockedException("too many wrong passwords");
        }
        try {
            return behind.authenticate(attempt);
        } catch (AuthenticationException e) {
            throttle.failed();
            refusals.count(RefusalKind.PASSWORD_WRONG, who(attempt), "");
            throw e;
        }
    }

    private static Who who(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Who.browser(details.getRemoteAddress())
                : Who.NOBODY;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return behind.supports(authentication);
    }
}
