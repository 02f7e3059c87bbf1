package org.yici.admin.web;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.refusal.Refusals;

@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
    @Bean
    TerminalConnector terminalConnector(ServiceConfig config, KeyFolder keys, Refusals refusals)
            throws IOException, GeneralSecurityException {
        return new TerminalConnector(config.terminals(), keys, refusals);
    }

    /** The connector is known first: whether a proxy is believed depends on it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorMarks(
            TerminalConnector terminals, ServiceConfig config) {
        return factory -> {
            factory.addEngineValves(terminals.valve());
            if (config.pages().behindProxy()) {
                factory.addEngineValves(new PagesProxyValve());
            }
        };
    }
}
