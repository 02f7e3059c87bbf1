package org.yici.agent;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.identity.IdentityException;
import org.yici.agent.store.StoreException;
import org.yici.base.Folders;
import picocli.CommandLine.Command;

/** {@code run}: until SIGTERM. Exit code 1 for what may pass (it is started again), 78 (EX_CONFIG) for what only people can mend. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Agent.Version.class,
        description = "Runs until SIGTERM.")
final class RunCommand extends TerminalCommand {
    private static final int FAILED = 1;
    private static final int NEEDS_PEOPLE = 78;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Folders folders = folders();
        AgentLog.open(folders.log());
        Logger log = LoggerFactory.getLogger(RunCommand.class);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> log.error("Thread {} was ended", thread.getName(), e));
        try {
            AgentConfig config = AgentConfigFile.read(folders.etc().resolve("agent.yaml"));
            RunningAgent agent = RunningAgent.start(folders, config);
            Runtime.getRuntime().addShutdownHook(new Thread(agent::stop, "agent-end"));
            agent.awaitBroken();
            return FAILED;
        } catch (ConfigException | IdentityException | StoreException e) {
            log.error("The agent does not start: {}", e.getMessage());
            return NEEDS_PEOPLE;
        } catch (IOException e) {
            log.error("The agent does not start: {}", e.getMessage());
            return FAILED;
        }
    }
}
