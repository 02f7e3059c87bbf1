package org.yici.admin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Spring Security looks at a password for a name that nobody has as it does for any other: neither cheaper nor dearer. */
class MadeUpNameTest {
    private static final class Counting implements PasswordEncoder {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            looks.incrementAndGet();
            return Objects.equals("hash of " + password, hash);
        }
    }

    private final Counting passwords = new Counting();
    private final AuthenticationProvider provider = AccountWiring.provider(users(), passwords);

    private static UserDetailsService users() {
        return name -> {
            if (!name.equals("real")) {
                throw new UsernameNotFoundException("unknown");
            }
            return User.withUsername(name)
                    .password("hash of right")
                    .authorities("ADMINISTRATOR")
                    .build();
        };
    }

    private int looksAt(String name) {
        int before = passwords.looks.get();
        assertThatThrownBy(
                        () -> provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong")))
                .isInstanceOf(BadCredentialsException.class);
        return passwords.looks.get() - before;
    }

    @Test
    void costsAsMuchAsARealOne() {
        assertThat(looksAt("real")).isEqualTo(1);
        assertThat(looksAt("nobody")).isEqualTo(1);
        assertThat(looksAt("x".repeat(60_000))).isEqualTo(1);
    }
}
