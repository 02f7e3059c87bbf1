package org.yici.admin.broker;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Tells Artemis who is who and who may what; names addresses and queues as Artemis does. */
final class BrokerSecurity implements ActiveMQSecurityManager5 {
    private static final String RETAINED = "$sys.mqtt.retain.";
    private static final String QUEUE = "::";

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }

    @Override
    public @Nullable Subject authenticate(
            String user, String password, RemotingConnection connection, String securityDomain) {
        String clientId = connection.getClientID();
        return BrokerUser.of(connection)
                .filter(known -> clientId != null && known.mayBeCalled(clientId))
                .map(known -> {
                    Subject subject = new Subject();
                    subject.getPrincipals().add(new UserPrincipal(known.name()));
                    return subject;
                })
                .orElse(null);
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String addressAndQueue) {
        return subject.getPrincipals(UserPrincipal.class).stream()
                .findFirst()
                .map(principal -> may(new BrokerUser(principal.getName()), check, addressAndQueue))
                .orElse(false);
    }

    private static boolean may(BrokerUser user, CheckType check, String addressAndQueue) {
        if (user.isService()) {
            return true;
        }
        int queue = addressAndQueue.indexOf(QUEUE);
        if (queue >= 0 && !addressAndQueue.startsWith(user.name() + ".", queue + QUEUE.length())) {
            return false;
        }
        String address = queue < 0 ? addressAndQueue : addressAndQueue.substring(0, queue);
        if (address.startsWith(RETAINED)) {
            address = address.substring(RETAINED.length());
        }
        return switch (check) {
            case SEND -> user.mayPublish(address);
            case CREATE_ADDRESS -> user.mayPublish(address) || user.maySubscribe(address);
            default -> user.maySubscribe(address);
        };
    }
}
