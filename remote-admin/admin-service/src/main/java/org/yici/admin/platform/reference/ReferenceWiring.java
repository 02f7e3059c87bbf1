package org.yici.admin.platform.reference;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    /** Two at once: one is laid out while another one is sealed, for layouts take turns on the type faces. */
    @Bean(destroyMethod = "close")
    DocumentExecutor documentExecutor() {
        return new DocumentExecutor(2);
    }

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
            DocumentExecutor documents,
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
                documents,
                transaction,
                time);
    }

    @Bean
    PlatformWarmUp platformWarmUp(Platform platform) {
        return new PlatformWarmUp(platform);
    }
}
