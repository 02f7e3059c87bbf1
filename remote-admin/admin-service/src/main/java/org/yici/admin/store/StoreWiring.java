package org.yici.admin.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
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

    /** Our statements take milliseconds. Without a limit, a line that swallows everything would be waited on for ever. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /**
     * The server finds out by itself that a service is gone without a word: what that one left in a transaction is a row that its entry
     * waits for, and its watch is a lock that makes states look fresh.
     */
    private static final String SERVER_SIDE = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10"
            + " -c tcp_keepalives_count=3 -c idle_in_transaction_session_timeout=";

    /** The database, its tables brought up to date before anybody gets it. */
    @Bean(destroyMethod = "close")
    HikariDataSource database(ServiceConfig config) {
        Migrations.ofService(unhurried(config.database()));
        return pool(config.database(), ANSWER_WITHIN);
    }

    /** For migrations, which may take long. */
    private static DataSource unhurried(ServiceConfig.Database config) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(config.url());
        database.setUser(config.user());
        database.setPassword(config.password());
        database.setLoginTimeout((int) (PATIENCE_MILLIS / 1000));
        return database;
    }

    /** Connections that end with an error when the database is silent for so long, on either side of the line. */
    static HikariDataSource pool(ServiceConfig.Database config, Duration answerWithin) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(config.url());
        database.setUsername(config.user());
        database.setPassword(config.password());
        database.setMaximumPoolSize(CONNECTIONS);
        database.setConnectionTimeout(PATIENCE_MILLIS);
        // As texts: HikariCP 7 hands other values on in a way in which the driver does not see them.
        database.addDataSourceProperty("loginTimeout", Long.toString(PATIENCE_MILLIS / 1000));
        database.addDataSourceProperty("socketTimeout", Long.toString(answerWithin.toSeconds()));
        database.addDataSourceProperty("socketFactory", ResponseDeadlineSocketFactory.class.getName());
        database.addDataSourceProperty("socketFactoryArg", Long.toString(answerWithin.toMillis()));
        database.addDataSourceProperty("tcpKeepAlive", "true");
        database.addDataSourceProperty("options", SERVER_SIDE + answerWithin.toMillis());
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
    DatabaseFailures databaseFailures(DataSource database) {
        return new DatabaseFailures(database);
    }

    @Bean
    Changes changes(JdbcClient jdbc) {
        return new Changes(jdbc);
    }
}
