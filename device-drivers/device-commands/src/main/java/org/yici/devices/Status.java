package org.yici.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how devices are. */
@Command(name = "status", description = "Tells how devices are.", mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    private final Lines lines;

    @Mixin
    private Chosen chosen = new Chosen();

    Status(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Watched> devices = new ArrayList<>();
        boolean all = true;
        try {
            for (DeviceConfig config : chosen.devices()) {
                devices.add(new Watched(config, lines));
            }
            for (Watched watched : devices) {
                boolean usable = watched.isUsable();
                all &= usable;
                String faults = String.join(
                        ", ",
                        watched.device().status().faults().stream()
                                .map(DeviceFault::words)
                                .toList());
                lines.words()
                        .println(watched.device().id() + ": "
                                + Line.word(watched.device().status().state())
                                + (faults.isEmpty() ? "" : ", " + faults));
            }
        } finally {
            devices.forEach(Watched::close);
        }
        return all ? 0 : 1;
    }
}
