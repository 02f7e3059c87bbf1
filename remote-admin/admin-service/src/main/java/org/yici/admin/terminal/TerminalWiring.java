package org.yici.admin.terminal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.refusal.Refusals;

@Configuration(proxyBeanMethods = false)
class TerminalWiring {
    @Bean
    TerminalStore terminalStore(JdbcClient jdbc) {
        return new TerminalStore(jdbc);
    }

    @Bean
    EnrolledTransaction enrolledTransaction(
            TerminalStore terminals, TransactionOperations transaction, Refusals refusals) {
        return new EnrolledTransaction(terminals, transaction, refusals);
    }
}
