package org.yici.admin.access;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.yici.admin.MosquittoBroker;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestService;

/** The rules at Debian's Mosquitto, with the files that are shipped for it. */
class MosquittoAccessTest extends AccessRulesContract {
    private final MosquittoBroker mosquitto;

    MosquittoAccessTest() throws Exception {
        mosquitto = MosquittoBroker.start();
    }

    @Override
    TestService start(Path data) throws Exception {
        Map<String, String> settings = new HashMap<>(mosquitto.settings());
        settings.put("yici.broker.block-for", "15s");
        return TestService.start(data, PrivatePostgres.freshDatabase(), settings);
    }

    @AfterAll
    void stopMosquitto() throws InterruptedException {
        mosquitto.close();
    }

    @Override
    URI broker(TestService service) {
        return mosquitto.address();
    }

    @Override
    Identity onlooker() throws Exception {
        return Identity.ofTerminalsAuthority(MosquittoBroker.SECOND_INSTANCE);
    }
}
