package org.yici.admin.broker;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.yici.admin.keys.CommonName;
import org.yici.base.TerminalId;
import org.yici.contract.Topics;

/** Who is at the other end of a connection, by the certificate that its TLS was made with; what it calls itself counts for nothing. */
record BrokerUser(String name) {
    /** The common name of the service's own certificate; no terminal can be enrolled under it. */
    static final String SERVICE = "service";

    static Optional<X509Certificate> certificate(RemotingConnection connection) {
        X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
        return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
    }

    static Optional<BrokerUser> of(RemotingConnection connection) {
        return certificate(connection).flatMap(BrokerUser::of);
    }

    /** Empty if the certificate's name is neither a terminal's nor the service's. */
    static Optional<BrokerUser> of(X509Certificate certificate) {
        return CommonName.of(certificate)
                .filter(name -> name.equals(SERVICE) || TerminalId.isValid(name))
                .map(BrokerUser::new);
    }

    boolean isService() {
        return name.equals(SERVICE);
    }

    /** Whether this user may be at the broker under that client id: a terminal under its own name, the service under names of its own. */
    boolean mayBeCalled(String clientId) {
        return isService() ? clientId.startsWith(SERVICE) : clientId.equals(name);
    }

    boolean mayPublish(String topic) {
        return isService()
                || topic.startsWith(Topics.PREFIX + name + "/out/")
                        && Topics.parseOut(topic).isPresent();
    }

    boolean maySubscribe(String filter) {
        return isService() || filter.equals(Topics.inFilter(new TerminalId(name)));
    }
}
