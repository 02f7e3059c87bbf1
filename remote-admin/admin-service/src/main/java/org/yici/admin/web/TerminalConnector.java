package org.yici.admin.web;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.keys.TlsContexts;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/**
 * The port for terminals, beside the one for pages: TLS always, a client certificate if the terminal has one. Whoever shows a
 * certificate must have it from the terminals' authority, or the handshake fails.
 */
public final class TerminalConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int HANDSHAKE_AND_HEADERS_MILLIS = 10_000;

    private final Connector connector;

    TerminalConnector(ServiceConfig.Terminals config, KeyFolder keys, Refusals refusals)
            throws IOException, GeneralSecurityException {
        this.connector = new Connector(new Http11NioProtocol());
        connector.setPort(config.port());
        connector.setScheme("https");
        connector.setSecure(true);
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setAddress(InetAddress.getByName(config.bind()));
        protocol.setSSLEnabled(true);
        protocol.setConnectionTimeout(HANDSHAKE_AND_HEADERS_MILLIS);
        protocol.addSslHostConfig(hostConfig(keys, refusals));
    }

    private static SSLHostConfig hostConfig(KeyFolder keys, Refusals refusals)
            throws IOException, GeneralSecurityException {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification("optional");
        KeyStore authorities = TlsContexts.trustStore(List.of(keys.certificate("terminal-ca.pem")));
        host.setTrustStore(authorities);
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        KeyStore own = TlsContexts.keyStore(keys.privateKey("service-tls.key"), keys.chain("service-tls.pem"));
        certificate.setCertificateKeystore(own);
        certificate.setCertificateKeystorePassword(TlsContexts.password());
        WatchedTrust trust = new WatchedTrust(
                authorities, () -> refusals.count(RefusalKind.REQUEST_CERTIFICATE_FOREIGN, Who.NOBODY, ""));
        certificate.setSslContext(new ServerTls(own, TlsContexts.password(), trust));
        host.addCertificate(certificate);
        return host;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(connector);
    }

    /** Tells this port's requests from the others'. */
    ConnectorValve valve() {
        return new ConnectorValve(connector);
    }

    /** The port that is open, once it is. */
    public int port() {
        return connector.getLocalPort();
    }
}
