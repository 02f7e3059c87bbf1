package org.yici.devices;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.yici.device.DeviceConfig;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets devices try themselves out, one after the other. */
@Command(
        name = "self-test",
        description = "Lets devices try themselves out: a reader asks its security module, a printer prints a page.",
        mixinStandardHelpOptions = true)
final class SelfTest implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Lines lines;

    @Mixin
    private Chosen chosen = new Chosen();

    SelfTest(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        boolean all = true;
        for (DeviceConfig config : chosen.devices()) {
            try (Watched watched = new Watched(config, lines)) {
                watched.isUsable(LONGEST);
                all &= isSound(watched);
            }
        }
        return all ? 0 : 1;
    }

    private boolean isSound(Watched watched) throws InterruptedException, ExecutionException {
        String id = watched.device().id().value();
        if (!(watched.device() instanceof SelfTesting testing)) {
            lines.tell("self-test", "device", id, "passed", false, "seen", "this driver has no self-test");
            return false;
        }
        SelfTestResult result = testing.selfTest().get();
        for (SelfTestResult.Step step : result.steps()) {
            lines.tell("step", "device", id, "name", step.name(), "passed", step.passed(), "seen", step.seen());
            lines.words().println(id + ": " + step.name() + ": " + (step.passed() ? "" : "FAILED, ") + step.seen());
        }
        lines.tell("self-test", "device", id, "passed", result.passed());
        return result.passed();
    }
}
