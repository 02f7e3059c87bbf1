package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Time;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRefused;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.fake.FakeIdentityReader;

/** The driver through jSerialComm over a real pseudo-terminal, for one test. */
abstract class SdtReaderFixture {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String CITIZEN = "read base, citizen";

    @TempDir
    Path folder;

    final List<ReaderEvent> events = new CopyOnWriteArrayList<>();
    FarEnd farEnd = new FarEnd(Path.of(""));
    IdentityReader reader = new FakeIdentityReader(Runnable::run);

    @BeforeEach
    void plugIn() {
        farEnd = new FarEnd(folder.resolve("reader"));
        farEnd.plugIn();
    }

    @AfterEach
    void unplug() {
        reader.close();
        farEnd.close();
    }

    void start() {
        start("poll-ms", "50");
    }

    void start(String setting, String value) {
        Map<String, String> settings =
                new HashMap<>(Map.of("port", folder.resolve("reader").toString(), "poll-ms", "50"));
        settings.put(setting, value);
        DeviceConfig config =
                new DeviceConfig(new DeviceId("id-card-reader"), DeviceKind.IDENTITY_READER, "sdt", settings);
        reader = (IdentityReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
        reader.onEvent(events::add);
    }

    void startOnline() {
        start();
        awaitState(DeviceState.ONLINE);
    }

    void awaitState(DeviceState state) {
        await().atMost(PATIENCE).until(() -> reader.status().state() == state);
    }

    void awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> events.size() >= count);
    }

    void awaitPolls(int more) {
        int before = farEnd.asked().size();
        await().atMost(PATIENCE).until(() -> farEnd.asked().size() >= before + more);
    }

    void assertRefused(ReaderEvent event, Reason reason, String nativeCode) {
        assertThat(event).isInstanceOfSatisfying(CardRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.nativeCode()).isEqualTo(nativeCode);
        });
    }

    /** The reader refuses to read, with that status. */
    static byte[] refusal(int status) {
        byte[] frame = Golden.answer("read: failed").clone();
        frame[9] = (byte) status;
        frame[10] = (byte) (4 ^ status);
        return frame;
    }
}
