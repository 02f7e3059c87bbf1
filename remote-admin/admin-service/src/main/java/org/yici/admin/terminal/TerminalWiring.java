package org.yici.admin.terminal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TerminalWiring {
    @Bean
    TerminalStore terminalStore(JdbcClient jdbc) {
        return new TerminalStore(jdbc);
    }
}
