package org.yici.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yici.agent.store.ReleasedService;
import org.yici.agent.store.StoreException;
import org.yici.base.Time;
import org.yici.contract.StoppableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code release-service}: offers a stopped service again. Writes into the store beside a running agent, which notices it within two seconds, or for
 * the next one that starts; the lock that keeps a second agent away is not needed for that.
 */
@Command(
        name = "release-service",
        mixinStandardHelpOptions = true,
        versionProvider = Agent.Version.class,
        description =
                "Offers a service again that was stopped on this terminal. Find out first why it was. To be run as the agent's user.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:released; a running agent tells it on within two seconds",
            "2:wrong options, or no such service",
            "3:it is not stopped",
            "4:there is no store here",
            "5:the store cannot be used"
        })
final class ReleaseServiceCommand extends TerminalCommand {
    private static final int NOT_STOPPED = 3;
    private static final int NO_STORE = 4;
    private static final int NO_USE = 5;

    @Parameters(paramLabel = "SERVICE", description = "certificates")
    private String service = "";

    @Override
    public Integer call() {
        StoppableService wanted = StoppableService.of(service)
                .orElseThrow(() -> new ParameterException(spec().commandLine(), "a service is one of " + words()));
        Path store = folders().state().resolve(RunningAgent.STORE);
        if (!Files.exists(store)) {
            return failed(NO_STORE, store + " is not there; --data names the folder of the terminal's agent");
        }
        try {
            return release(store, wanted);
        } catch (StoreException e) {
            return failed(NO_USE, e.getMessage());
        }
    }

    private int release(Path store, StoppableService wanted) throws StoreException {
        Map<String, String> stopped = ReleasedService.stoppedIn(store);
        if (!ReleasedService.release(store, wanted.word(), Time.system().now())) {
            return failed(
                    NOT_STOPPED,
                    wanted.word() + " is not stopped here; stopped: " + (stopped.isEmpty() ? "nothing" : stopped));
        }
        out().println(wanted.word() + " is released; it was stopped with " + stopped.get(wanted.word()) + ".");
        return 0;
    }

    private static List<String> words() {
        return Arrays.stream(StoppableService.values())
                .map(StoppableService::word)
                .collect(Collectors.toList());
    }
}
