package org.yici.admin.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a try to log in comes from: its address, and the device cookie of the browser. */
public final class LoginDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;

    private final String deviceCookie;

    public LoginDetails(HttpServletRequest request) {
        super(request);
        this.deviceCookie = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(DeviceCookies.COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** As the browser sent it; empty if there is none. */
    String deviceCookie() {
        return deviceCookie;
    }
}
