package org.yici.admin.web;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;

/** The JDK's TLS with a trust of ours, in the form that Tomcat takes. */
final class ServerTls implements org.apache.tomcat.util.net.SSLContext {
    private final SSLContext context;
    private final KeyManager[] keys;
    private final WatchedTrust trust;

    ServerTls(KeyStore keyStore, String password, WatchedTrust trust) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keyStore, password.toCharArray());
        this.keys = factory.getKeyManagers();
        this.trust = trust;
        this.context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {trust}, null);
    }

    /** Done when it was made; what Tomcat would put in instead is not wanted. */
    @Override
    public void init(KeyManager[] otherKeys, TrustManager[] otherTrust, SecureRandom random) {}

    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return Arrays.stream(keys)
                .filter(X509KeyManager.class::isInstance)
                .map(X509KeyManager.class::cast)
                .flatMap(manager -> Optional.ofNullable(manager.getCertificateChain(alias)).stream())
                .findFirst()
                .orElseGet(() -> new X509Certificate[0]);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
