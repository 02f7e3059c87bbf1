package org.yici.admin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.yici.base.CitizenNumber;

/** Looks into every line of the log, at all levels of our own packages, for what belongs to a citizen. */
public final class LogWatch implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{17}[0-9X]");

    private final List<String> found = new CopyOnWriteArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();
    private final List<String> names;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("org.yici");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.incrementAndGet();
            look(event.getFormattedMessage());
            for (IThrowableProxy fault = event.getThrowableProxy(); fault != null; fault = fault.getCause()) {
                look(String.valueOf(fault.getMessage()));
            }
        }
    };

    private LogWatch(List<String> names) {
        this.names = names;
    }

    /** Begin after the service was started: Spring Boot builds the log anew and would drop the watch. */
    public static LogWatch begin(String... names) {
        LogWatch watch = new LogWatch(List.of(names));
        watch.own.setLevel(Level.ALL);
        watch.appender.start();
        watch.root.addAppender(watch.appender);
        return watch;
    }

    private void look(String line) {
        Matcher numbers = NUMBER.matcher(line);
        while (numbers.find()) {
            if (CitizenNumber.isValid(numbers.group())) {
                found.add(line);
            }
        }
        names.stream().filter(line::contains).forEach(name -> found.add(line));
    }

    /** The lines that should not be. */
    public List<String> found() {
        return found;
    }

    /** How many lines were looked at. */
    public int lines() {
        return lines.get();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        own.setLevel(null);
    }
}
