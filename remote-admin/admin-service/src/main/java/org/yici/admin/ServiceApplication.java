package org.yici.admin;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.config.ConfigFile;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.base.Folders;
import org.yici.base.Time;

/** Wires the service; each feature's package wires itself. */
@SpringBootApplication(proxyBeanMethods = false)
class ServiceApplication {
    /**
     * Starts the service; returns when both ports are open.
     *
     * @param more what tests put in the place of parts
     */
    @SafeVarargs
    static ServletWebServerApplicationContext start(
            Folders folders, ConfigFile file, ApplicationContextInitializer<GenericApplicationContext>... more)
            throws IOException {
        ServiceConfig config = file.config();
        KeyFolder keys = KeyFolder.open(config.keys());
        SpringApplication application = new SpringApplication(ServiceApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(file.others());
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
            context.registerBean(Folders.class, () -> folders);
            context.registerBean(ServiceConfig.class, () -> config);
            context.registerBean(KeyFolder.class, () -> keys);
        });
        application.addInitializers(more);
        return (ServletWebServerApplicationContext) application.run(arguments(config.pages()));
    }

    /** What the service's own settings mean to Spring Boot; as arguments they win over everything else. */
    private static String[] arguments(ServiceConfig.Pages pages) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", pages.bind());
        settings.put("server.port", pages.port());
        settings.put("server.servlet.session.cookie.secure", pages.secure());
        settings.put("server.servlet.session.timeout", pages.idle().toSeconds() + "s");
        // Believed at the pages' port alone, by a valve of ours.
        settings.put("server.forward-headers-strategy", "none");
        pages.tls().ifPresent(tls -> {
            settings.put("server.ssl.certificate", tls.certificate().toUri());
            settings.put("server.ssl.certificate-private-key", tls.key().toUri());
        });
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    @Bean
    Time time() {
        return Time.system();
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc, Time time) {
        return new AuditLog(jdbc, time);
    }
}
