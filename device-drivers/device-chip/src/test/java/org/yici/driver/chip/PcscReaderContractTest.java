package org.yici.driver.chip;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.yici.base.Time;
import org.yici.bench.chip.Whim;
import org.yici.device.ChipCardReader;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.contract.ChipCardReaderContract;

/** With a real service and its virtual reader; unplugging is the service's sudden end. */
class PcscReaderContractTest extends ChipCardReaderContract {
    private static final BenchReader READER = new BenchReader();

    @AfterAll
    static void end() {
        READER.close();
    }

    @Override
    protected void setUpHardware() {
        plugIn();
    }

    @Override
    protected void tearDownHardware() {
        takeCard();
    }

    @Override
    protected ChipCardReader startDriver() {
        DeviceConfig config =
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", Map.of());
        return (ChipCardReader) new PcscDriver().start(config, Time.system());
    }

    @Override
    protected void insertCard() {
        READER.insert("social security 2.00", Whim.NONE);
    }

    @Override
    protected void insertCardAndPullItWhileItIsRead() {
        READER.insert("social security 2.00", BenchReader.yankedAt(7));
    }

    @Override
    protected void insertUnknownCard() {
        READER.insert("unsupported", Whim.NONE);
    }

    @Override
    protected void takeCard() {
        READER.take();
    }

    @Override
    protected void unplug() {
        READER.kill();
    }

    @Override
    protected void plugIn() {
        READER.start();
    }
}
