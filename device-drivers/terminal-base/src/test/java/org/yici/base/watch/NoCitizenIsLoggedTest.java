package org.yici.base.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** That the watch is on, and that it sees; each test takes away what it wrote. */
class NoCitizenIsLoggedTest {
    private static final String NUMBER = "000101198802290029";

    @Test
    void seesWhatIsPrinted() {
        System.out.println("the card of " + NUMBER + " was read");
        System.err.print("half a line ");
        System.err.println(NUMBER);
        assertThat(NumberWatch.drain()).contains("standard output", "standard error");
    }

    @Test
    void seesWhatIsLoggedAlsoAfterAProgramHasConfiguredItsLog() {
        org.slf4j.Logger logger = LoggerFactory.getLogger("a.logger");
        logger.error("refused {}", NUMBER);
        assertThat(NumberWatch.drain()).contains("logger a.logger");
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        logger.error("failed", new IllegalStateException("with " + NUMBER));
        assertThat(NumberWatch.drain()).contains("logger a.logger");
    }

    @Test
    void seesWhatGoesToTheOtherLog() {
        Logger.getLogger("b.logger").log(Level.SEVERE, "of {0}", NUMBER);
        assertThat(NumberWatch.drain()).contains("logger b.logger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001**********0029",
                "000101198802290020",
                "000101198813290029",
                "1000101198802290029",
                "000101198802290029a",
                "0001011988022900",
                "20260101000000001"
            })
    void isNotAlarmedByOtherDigits(String text) {
        assertThat(NumberWatch.isIn("a " + text + " b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"000101198802290029\"",
                "number=000101198802290029,",
                "身份证000101198802290029号",
                "00010219930412204X"
            })
    void knowsANumberInAnyCompany(String text) {
        assertThat(NumberWatch.isIn(text)).isTrue();
    }
}
