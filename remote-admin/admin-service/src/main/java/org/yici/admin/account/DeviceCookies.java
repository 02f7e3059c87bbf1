package org.yici.admin.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.admin.keys.DerivedKey;
import org.yici.base.Time;

/**
 * Remembers in a browser that somebody logged in there under a name (OWASP, Slow Down Online Guessing Attacks with Device Cookies), so
 * that strangers who guess cannot keep him out. The cookie replaces no password. Thread-safe.
 */
public final class DeviceCookies {
    static final String COOKIE = "yici-device";
    private static final Duration LIFE = Duration.ofDays(90);
    private static final int NONCE_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("([0-9A-Za-z_-]{22})\\.([0-9]{1,12})\\.([0-9A-Za-z_-]{43})");

    private final DerivedKey key;
    private final boolean secure;
    private final Time time;
    private final SecureRandom random = new SecureRandom();

    /** @param secure whether browsers reach the pages over TLS alone */
    DeviceCookies(DerivedKey key, boolean secure, Time time) {
        this.key = key;
        this.secure = secure;
        this.time = time;
    }

    /** Gives the browser a fresh cookie for the account that was just logged in there. */
    public void give(HttpServletResponse response, String account) {
        Cookie cookie = new Cookie(COOKIE, make(account));
        cookie.setPath("/");
        cookie.setMaxAge((int) LIFE.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    String make(String account) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String text = text(nonce) + "." + time.now().plus(LIFE).getEpochSecond();
        return text + "." + text(mac(account, text));
    }

    /** What names the browser with this cookie, if somebody logged in there under this account. */
    Optional<String> device(String cookie, String account) {
        return Optional.of(FORM.matcher(cookie))
                .filter(Matcher::matches)
                .filter(parts -> isGood(parts, account))
                .map(parts -> parts.group(1));
    }

    private boolean isGood(Matcher parts, String account) {
        byte[] right = mac(account, parts.group(1) + "." + parts.group(2));
        return MessageDigest.isEqual(right, Base64.getUrlDecoder().decode(parts.group(3)))
                && Instant.ofEpochSecond(Long.parseLong(parts.group(2))).isAfter(time.now());
    }

    private byte[] mac(String account, String text) {
        return key.mac(text + "." + account);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
