package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.refusal.Refusals;
import org.yici.contract.https.Resources;

/** The address that a proxy names is believed at the pages' port alone, and only if the settings say that there is a proxy. */
class ProxyAccessTest {
    private static final String ELSEWHERE = "203.0.113.7";
    private static final Map<String, String> FORWARDED = Map.of("X-Forwarded-For", ELSEWHERE);

    /** Somebody who says that he comes from elsewhere is refused on both ports; under which addresses that is counted. */
    private static String counted(Path data, Map<String, String> settings) throws Exception {
        try (TestService service = TestService.start(data, PrivatePostgres.freshDatabase(), settings)) {
            new AdminBrowser(service.pages()).post("/terminals", Map.of(), FORWARDED, "");
            TestTerminal terminal = new TestTerminal("far-0001", service.terminals(), TestService.SAFE_MODULE);
            assertThat(terminal.post(Resources.OFFERS, new byte[0], FORWARDED, false)
                            .statusCode())
                    .isEqualTo(401);
            service.beans(Refusals.class).forEach(refusals -> refusals.latest(1));
            return service.rows("select who from refusal where kind = 'PAGE_WITHOUT_TOKEN'")
                    .toString();
        }
    }

    @Test
    void believesNoHeaderWithoutAProxy(@TempDir Path data) throws Exception {
        assertThat(counted(data, Map.of())).isEqualTo("[{who=127.0.0.1}]");
    }

    @Test
    void believesTheProxyBeforeThePages(@TempDir Path data) throws Exception {
        assertThat(counted(data, Map.of("yici.pages.behind-proxy", "true"))).isEqualTo("[{who=" + ELSEWHERE + "}]");
    }
}
