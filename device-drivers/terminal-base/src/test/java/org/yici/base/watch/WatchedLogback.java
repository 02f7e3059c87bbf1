package org.yici.base.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Looks at what is logged by Logback, also after a program has given it another configuration. */
final class WatchedLogback extends AppenderBase<ILoggingEvent> {
    private WatchedLogback(LoggerContext context) {
        setContext(context);
        setName("watch");
        start();
    }

    /** Where Logback is what SLF4J speaks to. */
    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            attach(context);
            context.addListener(new Again());
        }
    }

    private static void attach(LoggerContext context) {
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(new WatchedLogback(context));
    }

    @Override
    protected void append(ILoggingEvent event) {
        String place = "logger " + event.getLoggerName();
        NumberWatch.look(place, String.valueOf(event.getFormattedMessage()));
        NumberWatch.look(place, event.getMDCPropertyMap().toString());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            NumberWatch.look(place, String.valueOf(cause.getMessage()));
        }
    }

    /** A reset takes all appenders away. */
    private static final class Again implements LoggerContextListener {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onReset(LoggerContext context) {
            attach(context);
        }

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
