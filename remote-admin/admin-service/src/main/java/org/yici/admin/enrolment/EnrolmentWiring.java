package org.yici.admin.enrolment;

import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.health.StateStore;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.TerminalStore;
import org.yici.admin.throttle.RateLimits;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class EnrolmentWiring {
    /** Wrong codes of one address in a minute: an honest person mistypes one now and then. */
    private static final int WRONG_CODES = 10;

    private static final Duration HELD_BACK = Duration.ofSeconds(2);

    @Bean
    Enrolment enrolment(
            JdbcClient jdbc,
            TerminalStore terminals,
            StateStore states,
            TerminalAuthority authority,
            AuditLog audit,
            Changes changes,
            TransactionOperations transaction,
            Time time) {
        return new Enrolment(new CodeStore(jdbc), terminals, states, authority, audit, changes, transaction, time);
    }

    @Bean(destroyMethod = "close")
    WrongCodes wrongCodes(Time time) {
        return new WrongCodes(new RateLimits(time, WRONG_CODES, Duration.ofMinutes(1)), HELD_BACK);
    }

    @Bean
    Revocation revocation(
            TerminalStore terminals,
            StateStore states,
            AuditLog audit,
            Changes changes,
            TransactionOperations transaction,
            Time time) {
        return new Revocation(terminals, states, audit, changes, transaction, time);
    }

    @Bean
    TerminalAuthority terminalAuthority(KeyFolder keys, ServiceConfig config) throws IOException {
        return new TerminalAuthority(
                keys.privateKey("terminal-ca.key"),
                keys.certificate("terminal-ca.pem"),
                config.enrolment().certificateLife());
    }
}
