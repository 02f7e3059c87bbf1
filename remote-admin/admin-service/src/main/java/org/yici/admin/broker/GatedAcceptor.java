package org.yici.admin.broker;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** Artemis' TLS port with a {@link PacketGate} on each connection, which counts the handshakes that fail. */
final class GatedAcceptor extends NettyAcceptor {
    /** So Java says it in a message that begins differently in 17 and in 21; no type of exception tells it. */
    private static final String NO_CHAIN = "Empty client certificate chain";

    private final BiFunction<Who, Boolean, PacketGate> gates;
    private final Refusals refusals;

    /** What Artemis makes an acceptor of. */
    record Parts(
            String name,
            ClusterConnection cluster,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            ScheduledExecutorService scheduled,
            Executor failures,
            Map<String, ProtocolManager> protocols,
            String threads,
            MetricsManager metrics) {}

    /** @param gates makes the gate for whom, the flag telling whether it is the service itself */
    GatedAcceptor(Parts parts, BiFunction<Who, Boolean, PacketGate> gates, Refusals refusals) {
        super(
                parts.name(),
                parts.cluster(),
                parts.configuration(),
                parts.handler(),
                parts.listener(),
                parts.scheduled(),
                parts.failures(),
                parts.protocols(),
                parts.threads(),
                parts.metrics());
        this.gates = gates;
        this.refusals = refusals;
    }

    @Override
    public SslHandler getSslHandler(ByteBufAllocator allocator, String peerHost, int peerPort) throws Exception {
        SslHandler handler = super.getSslHandler(allocator, peerHost, peerPort);
        handler.handshakeFuture().addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                pass(done.getNow(), handler);
            } else {
                count(done.cause(), String.valueOf(peerHost));
            }
        });
        return handler;
    }

    private void pass(Channel channel, SslHandler handler) throws SSLPeerUnverifiedException {
        Optional<BrokerUser> user =
                BrokerUser.of((X509Certificate) handler.engine().getSession().getPeerCertificates()[0]);
        PacketGate gate = gates.apply(
                user.map(known -> Who.terminalNamed(known.name())).orElse(Who.NOBODY),
                user.filter(BrokerUser::isService).isPresent());
        channel.pipeline().addAfter(channel.pipeline().context(handler).name(), "packet-gate", gate);
    }

    /** Who only came and went, as a keeper's probe does, was refused nothing. */
    private void count(Throwable fault, String peer) {
        if (fault instanceof NotSslRecordException) {
            refusals.count(RefusalKind.NOT_MQTT, Who.NOBODY, peer);
        } else if (isAboutTheCertificate(fault)) {
            refusals.count(RefusalKind.FOREIGN_CERTIFICATE, Who.NOBODY, peer);
        } else if (fault instanceof SSLHandshakeException
                && String.valueOf(fault.getMessage()).contains(NO_CHAIN)) {
            refusals.count(RefusalKind.NO_CERTIFICATE, Who.NOBODY, peer);
        }
    }

    private static boolean isAboutTheCertificate(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}
