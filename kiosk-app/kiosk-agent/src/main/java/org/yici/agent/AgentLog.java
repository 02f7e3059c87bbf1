package org.yici.agent;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log goes: a small rolling file and the console. */
final class AgentLog {
    /** Held, or the level would be forgotten with the logger. Paho writes a stack trace for each broken link. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

    private AgentLog() {}

    /** Logs to {@code folder/agent.log} and the console from now on; also what libraries say by java.util.logging. */
    static void open(Path folder) throws IOException {
        Files.createDirectories(folder);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("folder", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL settings = AgentLog.class.getResource("/logback-agent.xml");
        try {
            configurator.doConfigure(settings);
        } catch (JoranException e) {
            throw new IOException("the log in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        PAHO.setLevel(Level.OFF);
    }
}
