package org.yici.driver.chip;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.yici.base.Time;
import org.yici.device.ChipCardReader;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.contract.ChipCardReaderContract;
import org.yici.driver.chip.VirtualCard.Whim;

/** With a real service and its virtual reader; unplugging is the service's sudden end. */
class PcscReaderContractTest extends ChipCardReaderContract {
    private static final Pcscd PCSCD = new Pcscd();

    private @Nullable VirtualCard card;

    @AfterAll
    static void end() {
        PCSCD.close();
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
        card = VirtualCard.insert(PCSCD.port(), "social security 2.00", Whim.NONE);
    }

    @Override
    protected void insertCardAndPullItWhileItIsRead() {
        card = VirtualCard.insert(PCSCD.port(), "social security 2.00", Whim.yankedAt(7));
    }

    @Override
    protected void insertUnknownCard() {
        card = VirtualCard.insert(PCSCD.port(), "unsupported", Whim.NONE);
    }

    @Override
    protected void takeCard() {
        if (card != null) {
            PCSCD.take(card);
        }
    }

    @Override
    protected void unplug() {
        PCSCD.kill();
    }

    @Override
    protected void plugIn() {
        if (!PCSCD.runs()) {
            PCSCD.start();
        }
    }
}
