package org.yici.admin.refusal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class RefusalWiring {
    @Bean(destroyMethod = "close")
    Refusals refusals(JdbcClient jdbc, TransactionOperations transaction, Time time) {
        return new Refusals(new RefusalStore(jdbc, transaction, time), time);
    }
}
