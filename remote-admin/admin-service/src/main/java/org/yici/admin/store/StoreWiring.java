package org.yici.admin.store;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yici.admin.config.ServiceConfig;

@Configuration(proxyBeanMethods = false)
class StoreWiring {
    private static final int CONNECTIONS = 12;
    private static final long PATIENCE_MILLIS = 5_000;

    /** The database, its tables brought up to date before anybody gets it. */
    @Bean(destroyMethod = "close")
    HikariDataSource database(ServiceConfig config) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(config.database().url());
        database.setUsername(config.database().user());
        database.setPassword(config.database().password());
        database.setMaximumPoolSize(CONNECTIONS);
        database.setConnectionTimeout(PATIENCE_MILLIS);
        Migrations.ofService(database);
        return database;
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionOperations transactionOperations(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Changes changes(JdbcClient jdbc) {
        return new Changes(jdbc);
    }
}
