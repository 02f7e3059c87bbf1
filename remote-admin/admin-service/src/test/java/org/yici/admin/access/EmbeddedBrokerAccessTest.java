package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestService;
import org.yici.admin.refusal.RefusalKind;

/** The rules at the broker inside the service: it counts what it refuses. */
class EmbeddedBrokerAccessTest extends AccessRulesContract {
    private static final int PER_SECOND = 50;

    @Override
    TestService start(Path data) throws Exception {
        return TestService.start(
                data,
                PrivatePostgres.freshDatabase(),
                Map.of("yici.broker.messages-per-second", String.valueOf(PER_SECOND)));
    }

    @Override
    URI broker(TestService service) {
        return service.broker();
    }

    @Override
    Identity onlooker() throws Exception {
        return Identity.ofTerminalsAuthority("service");
    }

    /** It looks by itself, every few seconds. */
    @Override
    void tellTheBroker(TestService service) {}

    @Override
    void assertSeen(AdminBrowser admin, RefusalKind kind, String who) {
        await().untilAsserted(() -> assertThat(admin.refused(kind, who))
                .as("%s of %s on the page", kind, who)
                .isPositive());
    }

    @Override
    void assertEndedByTakeover(int reason) {
        assertThat(reason).isEqualTo(0x8E);
    }

    @Override
    void assertFloodIsSeen(AdminBrowser admin, String who, int passed) {
        assertThat(passed).as("what went through of %s", FLOOD).isLessThan(FLOOD / 2);
        assertSeen(admin, RefusalKind.TOO_FAST, who);
    }
}
