package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.health.Presence;
import org.yici.admin.health.StateStore;
import org.yici.base.TerminalId;

/** What a service knows of terminals after it was started anew. */
class RestartTest {
    private static final TerminalId TERMINAL = new TerminalId("bank-0001");

    @TempDir
    Path data;

    @Test
    void knowsNothingOfATerminalUntilItIsHeardAgain() throws Exception {
        String database = PrivatePostgres.freshDatabase();
        TestTerminal machine;
        try (TestService service = TestService.start(data.resolve("first"), database, Map.of())) {
            machine = service.enrolled(TERMINAL.value(), "示范银行");
            try (TestAgent agent = TestAgent.connect(machine, service.broker(), 7)) {
                agent.birth();
                await().until(() -> presence(service) == Presence.ONLINE);
            }
            await().until(() -> presence(service) == Presence.OFFLINE);
        }
        try (TestService service = TestService.start(data.resolve("second"), database, Map.of())) {
            assertThat(presence(service)).isEqualTo(Presence.UNKNOWN);
            try (TestAgent agent = TestAgent.connect(machine, service.broker(), 8)) {
                agent.birth();
                await().until(() -> presence(service) == Presence.ONLINE);
            }
        }
    }

    private static Presence presence(TestService service) {
        StateStore states = new StateStore(service.sql());
        return Presence.of(Optional.of(TERMINAL).flatMap(states::find), states.liveWatches());
    }
}
