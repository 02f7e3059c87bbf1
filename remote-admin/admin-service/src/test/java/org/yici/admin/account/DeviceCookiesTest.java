package org.yici.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.admin.keys.DerivedKey;
import org.yici.base.ManualTime;

class DeviceCookiesTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));

    private DeviceCookies cookies() throws NoSuchAlgorithmException {
        return new DeviceCookies(
                new DerivedKey(
                        KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPrivate(),
                        "test"),
                true,
                time);
    }

    @Test
    void knowsABrowserForTheAccountThatLoggedInThereAndForNoOther() throws Exception {
        DeviceCookies cookies = cookies();
        String given = cookies.make("周管理");

        assertThat(cookies.device(given, "周管理")).isPresent();
        assertThat(cookies.device(given, "另一人")).isEmpty();
        assertThat(cookies().device(given, "周管理")).as("of another key").isEmpty();
    }

    @Test
    void believesNothingThatWasChangedOrMadeUp() throws Exception {
        DeviceCookies cookies = cookies();
        String given = cookies.make("周管理");
        List<String> bad = new ArrayList<>(List.of("", "x", "..", given + "A", "A".repeat(100_000)));
        for (int i = 0; i < given.length() - 1; i++) {
            char other =
                    given.charAt(i) == 'A' ? 'B' : given.charAt(i) == '1' ? '2' : given.charAt(i) == '.' ? '.' : '1';
            if (other != given.charAt(i)) {
                bad.add(given.substring(0, i) + other + given.substring(i + 1));
            }
        }
        assertThat(bad)
                .allSatisfy(text -> assertThat(cookies.device(text, "周管理")).isEmpty());
    }

    @Test
    void forgetsABrowserAfterNinetyDays() throws Exception {
        DeviceCookies cookies = cookies();
        String given = cookies.make("周管理");

        time.advance(Duration.ofDays(89));
        assertThat(cookies.device(given, "周管理")).isPresent();
        time.advance(Duration.ofDays(1));
        assertThat(cookies.device(given, "周管理")).isEmpty();
    }
}
