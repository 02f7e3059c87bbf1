package org.yici.devices;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
    private static final int LONGEST_SECONDS = 120;

    private static final SelfTestResult UNFINISHED =
            new SelfTestResult(List.of(new SelfTestResult.Step("end", false, "none within " + LONGEST_SECONDS + " s")));

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
                watched.isUsable();
                all &= isSound(watched);
            }
        }
        return all ? 0 : 1;
    }

    private boolean isSound(Watched watched) throws InterruptedException, ExecutionException {
        String id = watched.device().id().value();
        if (!(watched.device() instanceof SelfTesting testing)) {
            lines.tell(Line.of("self-test")
                    .with("device", id)
                    .with("passed", false)
                    .with("seen", "this driver has no self-test"));
            return false;
        }
        SelfTestResult result = testing.selfTest()
                .completeOnTimeout(UNFINISHED, LONGEST_SECONDS, TimeUnit.SECONDS)
                .get();
        for (SelfTestResult.Step step : result.steps()) {
            lines.tell(Line.of("step")
                    .with("device", id)
                    .with("name", step.name())
                    .with("passed", step.passed())
                    .with("seen", step.seen()));
            lines.words().println(id + ": " + step.name() + ": " + (step.passed() ? "" : "FAILED, ") + step.seen());
        }
        lines.tell(Line.of("self-test").with("device", id).with("passed", result.passed()));
        return result.passed();
    }
}
