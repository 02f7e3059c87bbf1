package org.yici.admin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.TestKeys;
import org.yici.admin.enrolment.RevocationList;
import org.yici.admin.terminal.RevokedCertificate;

/** A list that is not good never takes the place of one that is. */
class RevocationListFileTest {
    private static final Instant NOW = Instant.now();
    private static final BigInteger SERIAL = BigInteger.valueOf(0xC0FFEE);
    private static final Set<BigInteger> ONE = Set.of(SERIAL);

    @TempDir
    Path folder;

    private X509Certificate authority;
    private PrivateKey key;
    private RevocationListFile file;

    @BeforeEach
    void installAGoodOne() throws Exception {
        authority = TestKeys.open().certificate("terminal-ca.pem");
        key = TestKeys.open().privateKey("terminal-ca.key");
        file = new RevocationListFile(folder.resolve("revoked.pem"), authority);
        file.install(list(key, NOW, SERIAL), ONE, NOW);
    }

    private byte[] list(PrivateKey signer, Instant at, BigInteger... serials) {
        List<RevokedCertificate> revoked = Arrays.stream(serials)
                .map(serial -> new RevokedCertificate(serial, at, RevokedCertificate.Reason.REVOKED))
                .toList();
        return RevocationList.pem(authority, signer, revoked, at).getBytes(StandardCharsets.US_ASCII);
    }

    private void assertNotInstalled(byte[] list) throws IOException {
        byte[] before = Files.readAllBytes(file.path());
        assertThatThrownBy(() -> file.install(list, ONE, NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not installed");
        assertThat(file.path()).hasBinaryContent(before);
        assertThat(file.isInPlace()).isTrue();
    }

    @Test
    void refusesOneThatCannotBeRead() throws Exception {
        byte[] good = list(key, NOW, SERIAL);
        assertNotInstalled(new byte[0]);
        assertNotInstalled("garbage".getBytes(StandardCharsets.US_ASCII));
        for (int length = 1; length < good.length - 40; length += 37) {
            assertNotInstalled(Arrays.copyOf(good, length));
        }
    }

    @Test
    void refusesOneThatIsNotWhatItShouldBe() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        assertNotInstalled(list(keys.generateKeyPair().getPrivate(), NOW, SERIAL));
        assertNotInstalled(list(key, NOW.minus(Duration.ofDays(31)), SERIAL));
        assertNotInstalled(list(key, NOW.plus(Duration.ofDays(1)), SERIAL));
        assertNotInstalled(list(key, NOW));
        assertNotInstalled(list(key, NOW, SERIAL, BigInteger.TEN));
        assertNotInstalled(list(key, NOW, BigInteger.TEN));
    }

    @Test
    void noticesThatAnotherOneIsInItsPlace() throws Exception {
        Files.write(file.path(), list(key, NOW));
        assertThat(file.isInPlace()).isFalse();
        Files.delete(file.path());
        assertThat(file.isInPlace()).isFalse();

        file.install(list(key, NOW, SERIAL), ONE, NOW);

        assertThat(file.isInPlace()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .as("the broker is another user")
                .isEqualTo("rw-r--r--");
    }
}
