package org.yici.admin.account;

import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.DerivedKey;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.throttle.RateLimits;
import org.yici.base.Folders;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AccountWiring {
    private static final int WRONG_CODES = 10;
    /** In either queue: a processor is left for those who are not logging in. */
    private static final int HASHINGS_AT_ONCE = 1;

    private static final int HASHINGS_WAITING = 8;
    private static final Duration HASHING_PATIENCE = Duration.ofSeconds(5);
    private static final String DEVICE_KEY = "yici/v1/device-cookie";

    /** The queue for browsers that are not known. */
    @Bean
    PasswordEncoder strangersPasswords() {
        return bounded();
    }

    /** The queue for browsers in which the account was logged in before. */
    @Bean
    PasswordEncoder knownPasswords() {
        return bounded();
    }

    private static PasswordEncoder bounded() {
        return new BoundedPasswordEncoder(
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                HASHINGS_AT_ONCE,
                HASHINGS_WAITING,
                HASHING_PATIENCE);
    }

    @Bean
    DeviceCookies deviceCookies(KeyFolder keys, ServiceConfig config, Time time) throws IOException {
        return new DeviceCookies(
                new DerivedKey(keys.privateKey("pass-signing.key"), DEVICE_KEY),
                config.pages().secure(),
                time);
    }

    @Bean
    AccountStore accountStore(JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    FirstAccount firstAccount(
            AccountStore accounts,
            Folders folders,
            @Qualifier("strangersPasswords") PasswordEncoder passwords,
            AuditLog audit,
            TransactionOperations transaction,
            Time time) {
        return new FirstAccount(
                accounts,
                new FirstAccountCode(folders.run().resolve("first-account-code"), time),
                passwords,
                audit,
                transaction,
                new RateLimits(time, WRONG_CODES, Duration.ofMinutes(1)),
                time);
    }

    @Bean
    AuthenticationProvider authenticationProvider(
            AccountStore accounts,
            @Qualifier("strangersPasswords") PasswordEncoder strangers,
            @Qualifier("knownPasswords") PasswordEncoder known,
            DeviceCookies cookies,
            Refusals refusals,
            Time time) {
        UserDetailsService users = name -> User.withUsername(name)
                .password(accounts.passwordHash(name).orElseThrow(() -> new UsernameNotFoundException("unknown")))
                .authorities("ADMINISTRATOR")
                .build();
        return new LoginThrottlingProvider(provider(users, strangers), provider(users, known), cookies, refusals, time);
    }

    /** For a name that nobody has it looks at a password as well, so that its answer takes as long. */
    static AuthenticationProvider provider(UserDetailsService users, PasswordEncoder passwords) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        return provider;
    }

    @Bean
    LoginSessions loginSessions(AccountStore accounts, ServiceConfig config, Time time) {
        return new LoginSessions(
                accounts,
                new LoginSessions.Limits(config.pages().idle(), config.pages().longestSession()),
                time);
    }

    @Bean
    PasswordChange passwordChange(
            AccountStore accounts,
            @Qualifier("knownPasswords") PasswordEncoder passwords,
            LoginSessions sessions,
            AuditLog audit,
            TransactionOperations transaction,
            Time time) {
        return new PasswordChange(accounts, passwords, sessions, audit, transaction, time);
    }

    @Bean
    AccountAudit accountAudit(AuditLog audit, AccountStore accounts) {
        return new AccountAudit(audit, accounts);
    }

    @Bean
    CodeRenewal codeRenewal(
            FirstAccount firstAccount, ServiceConfig config, ServletWebServerApplicationContext server) {
        return new CodeRenewal(firstAccount, config, server);
    }

    /** Keeps a good first-account code at hand from the start on. */
    static final class CodeRenewal {
        private final FirstAccount firstAccount;
        private final ServiceConfig config;
        private final ServletWebServerApplicationContext server;
        private volatile boolean ready;

        CodeRenewal(FirstAccount firstAccount, ServiceConfig config, ServletWebServerApplicationContext server) {
            this.firstAccount = firstAccount;
            this.config = config;
            this.server = server;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            ready = true;
            renew();
        }

        @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
        void renew() {
            if (ready && server.getWebServer() != null) {
                firstAccount.renewCode((config.pages().tls().isPresent() ? "https" : "http") + "://"
                        + config.pages().bind() + ":" + server.getWebServer().getPort() + "/first-account");
            }
        }
    }
}
