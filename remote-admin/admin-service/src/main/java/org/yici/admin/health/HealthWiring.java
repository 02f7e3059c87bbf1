package org.yici.admin.health;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.EnrolledTransaction;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class HealthWiring {
    @Bean
    StateStore stateStore(JdbcClient jdbc) {
        return new StateStore(jdbc);
    }

    @Bean
    StateInbox stateInbox(
            StateStore store, Changes changes, EnrolledTransaction transaction, Refusals refusals, Time time) {
        return new StateInbox(store, changes, transaction, refusals, time);
    }
}
