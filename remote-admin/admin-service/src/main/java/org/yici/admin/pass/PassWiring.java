package org.yici.admin.pass;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class PassWiring {
    @Bean
    PassOffice passOffice(KeyFolder keys, Time time) throws IOException {
        return new PassOffice(keys.privateKey("pass-signing.key"), keys.publicKey("pass-signing.pub"), time);
    }

    @Bean
    PassAuthenticator passAuthenticator(PassOffice office, TerminalStore terminals) {
        return new PassAuthenticator(office, terminals);
    }

    @Bean
    DeviceCertificateAuthenticator deviceCertificateAuthenticator(TerminalStore terminals) {
        return new DeviceCertificateAuthenticator(terminals);
    }
}
