package org.yici.agent;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.yici.base.TerminalId;

/**
 * {@code etc/yici/agent.yaml}. It holds no secret.
 *
 * @param terminal this terminal's id, as in its certificate
 * @param brokerUri {@code ssl://host:port}
 * @param serviceUrl {@code https://host:port}
 * @param keepAliveSeconds MQTT's keep-alive, 5 to 600; default 30
 * @param slots how many sessions the keeper runs, 1 to 8; default 2
 * @param sessionUsers users that sessions run under; default {@code yici-session-1, yici-session-2}
 * @param healthSeconds a health is sent at least this often, 5 to 600; default 60
 * @param sessionMegabytes how much one session may have kept, 1 to 1024; default 1, which is a hundred prints
 */
record AgentConfig(
        TerminalId terminal,
        URI brokerUri,
        URI serviceUrl,
        int keepAliveSeconds,
        int slots,
        Set<String> sessionUsers,
        int healthSeconds,
        int sessionMegabytes) {
    static final int KEEP_ALIVE_SECONDS = 30;
    static final int SLOTS = 2;
    static final List<String> SESSION_USERS = List.of("yici-session-1", "yici-session-2");
    static final int HEALTH_SECONDS = 60;
    static final int SESSION_MEGABYTES = 1;

    AgentConfig {
        sessionUsers = Set.copyOf(sessionUsers);
    }
}
