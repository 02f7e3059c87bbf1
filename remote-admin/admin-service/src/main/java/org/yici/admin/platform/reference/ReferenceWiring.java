package org.yici.admin.platform.reference;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.platform.Platform;
import org.yici.admin.store.Migrations;
import org.yici.base.Time;
import org.yici.paper.certificate.CertificateLayout;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.seal.PdfSealer;

@Configuration(proxyBeanMethods = false)
class ReferenceWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceWiring.class);

    @Bean
    Register register() {
        return Register.load();
    }

    @Bean
    Platform platform(
            Register register,
            DataSource database,
            ServiceConfig config,
            KeyFolder keys,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Time time)
            throws IOException, GeneralSecurityException {
        Migrations.ofPlatform(database, ReferenceStore.SCHEMA, "classpath:org/yici/admin/platform/reference");
        PaperFonts fonts = config.fonts().map(PaperFonts::load).orElseGet(PaperFonts::load);
        PdfSealer sealer = new PdfSealer(keys.privateKey("seal-signer.key"), keys.chain("seal-signer.pem"));
        return new ReferencePlatform(
                register,
                new ReferenceStore(jdbc),
                new CertificatePress(new CertificateLayout(fonts), sealer),
                transaction,
                time);
    }

    @Bean
    WarmUp warmUp(Platform platform) {
        return new WarmUp(platform);
    }

    /** Warms the first certificate up behind the start of the service. */
    record WarmUp(Platform platform) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (platform instanceof ReferencePlatform reference) {
                Thread thread = new Thread(() -> run(reference), "certificate-warm-up");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private static void run(ReferencePlatform reference) {
            long start = System.nanoTime();
            reference.warmUp();
            LOG.info("First certificate laid out and sealed in {} ms", (System.nanoTime() - start) / 1_000_000);
        }
    }
}
