package org.yici.admin.account;

import io.github.bucket4j.Bucket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.yici.admin.keys.Sha256;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.throttle.RateLimits;
import org.yici.base.Time;

/**
 * Slows guessing down, without letting those who guess keep others out. Each address has so many tries, and each name so many from
 * browsers in which nobody logged in under it before; a browser that has a {@link DeviceCookies device cookie} has tries of its own and
 * a queue of its own to the hashing. A try counts from its beginning, so that many at once are not one; a good one is given back.
 */
final class LoginThrottlingProvider implements AuthenticationProvider {
    private static final int TRIES = 5;
    private static final int TRIES_OF_AN_ADDRESS = 20;
    private static final Duration SPAN = Duration.ofMinutes(5);

    private final AuthenticationProvider strangers;
    private final AuthenticationProvider known;
    private final DeviceCookies cookies;
    private final Refusals refusals;
    private final RateLimits addresses;
    private final RateLimits names;
    private final RateLimits devices;
    /** Names are kept by their hashes, so that a long one needs no more room than a short one. */
    private final String salt = Long.toHexString(new SecureRandom().nextLong());

    /**
     * @param strangers looks at passwords from browsers that are not known
     * @param known the same for those that are
     */
    LoginThrottlingProvider(
            AuthenticationProvider strangers,
            AuthenticationProvider known,
            DeviceCookies cookies,
            Refusals refusals,
            Time time) {
        this.strangers = strangers;
        this.known = known;
        this.cookies = cookies;
        this.refusals = refusals;
        this.addresses = new RateLimits(time, TRIES_OF_AN_ADDRESS, SPAN);
        this.names = new RateLimits(time, TRIES, SPAN);
        this.devices = new RateLimits(time, TRIES, SPAN);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        Optional<String> device = attempt.getDetails() instanceof LoginDetails details
                ? cookies.device(details.deviceCookie(), attempt.getName())
                : Optional.empty();
        List<Bucket> buckets = device.map(devices::of).map(List::of).orElseGet(() -> bucketsOfStranger(attempt));
        if (!take(buckets)) {
            refusals.count(RefusalKind.PASSWORD_LOCKED, who(attempt), "");
            throw new TooManyAttemptsException();
        }
        try {
            Authentication good = (device.isPresent() ? known : strangers).authenticate(attempt);
            giveBack(buckets);
            return good;
        } catch (HashingBusyException e) {
            giveBack(buckets);
            refusals.count(RefusalKind.PASSWORD_BUSY, who(attempt), "");
            throw e;
        } catch (AuthenticationException e) {
            refusals.count(RefusalKind.PASSWORD_WRONG, who(attempt), "");
            throw e;
        }
    }

    private List<Bucket> bucketsOfStranger(Authentication attempt) {
        String name = HexFormat.of().formatHex(Sha256.of(salt + attempt.getName()));
        return List.of(addresses.of(who(attempt).name()), names.of(name));
    }

    /** One of each, or none at all. */
    private static boolean take(List<Bucket> buckets) {
        for (int i = 0; i < buckets.size(); i++) {
            if (!buckets.get(i).tryConsume(1)) {
                giveBack(buckets.subList(0, i));
                return false;
            }
        }
        return true;
    }

    private static void giveBack(List<Bucket> buckets) {
        buckets.forEach(bucket -> bucket.addTokens(1));
    }

    private static Who who(Authentication attempt) {
        return attempt.getDetails() instanceof LoginDetails details
                ? Who.browser(details.getRemoteAddress())
                : Who.NOBODY;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return strangers.supports(authentication);
    }
}
