package org.yici.proof.bounds;

import java.util.Map;
import java.util.ServiceLoader;
import org.yici.base.Time;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/**
 * Starts the driver for chip cards with the service that {@code PCSCLITE_CSOCK_NAME} names, which only a process of its own can be told;
 * when a line comes on standard input, says how the device is and closes it.
 */
final class CardServiceClient {
    private CardServiceClient() {}

    public static void main(String[] arguments) throws Exception {
        Device driver = DriverProvider.start(
                ServiceLoader.load(DriverProvider.class),
                new DeviceConfig(
                        new DeviceId("chip"),
                        DeviceKind.CHIP_CARD_READER,
                        "pcsc",
                        Map.of("reader", "Virtual PCD 00 00")),
                Time.system());
        System.out.println("started");
        System.in.read();
        System.out.println(driver.status().state().usable() ? "usable" : "not usable");
        driver.close();
        System.out.println("closed");
        System.exit(0);
    }
}
