package org.yici.driver.sdt;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Time;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.IdentityReader;
import org.yici.device.contract.IdentityReaderContract;

class SdtReaderContractTest extends IdentityReaderContract {
    @TempDir
    Path folder;

    private FarEnd farEnd = new FarEnd(Path.of(""));

    @Override
    protected void setUpHardware() {
        farEnd = new FarEnd(folder.resolve("reader"));
        farEnd.plugIn();
    }

    @Override
    protected void tearDownHardware() {
        farEnd.close();
    }

    @Override
    protected IdentityReader startDriver() {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"),
                DeviceKind.IDENTITY_READER,
                "sdt",
                Map.of("port", folder.resolve("reader").toString(), "poll-ms", "50"));
        return (IdentityReader) new SdtDriver().start(config, Time.system());
    }

    @Override
    protected void layCard() {
        farEnd.lay("read base, citizen");
    }

    @Override
    protected void takeCard() {
        farEnd.take();
    }

    @Override
    protected void unplug() {
        farEnd.unplug();
    }

    @Override
    protected void plugIn() {
        farEnd.plugIn();
    }

    @Override
    protected void answerHalfOnce() {
        farEnd.cutOnce("2001", 6);
    }
}
