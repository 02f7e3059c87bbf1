package org.yici.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise that the agent cannot read what is sealed, as a fact of its class path: there is nothing to open or seal with. */
class ClasspathTest {
    @Test
    void holdsNeitherBouncyCastleNorDevicesNorPaper() {
        assertThat(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(":"))
                .hasSizeGreaterThan(5)
                .noneMatch(entry ->
                        entry.matches(".*/(bcprov|bcpkix|bcutil|device-|kiosk-core|paper-documents|pdfbox)[^/]*\\.jar")
                                || entry.matches(".*/(device-[a-z]+|kiosk-core|paper-documents)/target/classes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.bouncycastle.crypto.hpke.HPKE",
                "org.yici.device.Device",
                "org.yici.paper.seal.SealCheck",
                "org.yici.kiosk.ui.ScreenPresenter"
            })
    void cannotLoadWhatItMustNotKnow(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void cannotSealEither() {
        assertThatThrownBy(() -> Class.forName("org.yici.contract.Hpke").getMethod("suite"))
                .isInstanceOf(NoClassDefFoundError.class);
    }
}
