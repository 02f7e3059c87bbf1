package org.yici.contract.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.contract.Hpke;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.opening.Opener;

class SealingTest {
    private static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-000000000001");
    private static final EntryHeader HEADER = new EntryHeader("demo-0001", KEY, 1, "print-outcome", 1);
    private static final Map<String, String> CONTENT = Map.of("word", "林知夏");

    @TempDir
    Path folder;

    private Sealer sealer;
    private Opener opener;

    @BeforeEach
    void makeKeys() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        Path file = folder.resolve("centre-sealing.pem");
        Files.writeString(file, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        sealer = new Sealer(CentreKey.read(file));
        opener = Opener.ofPem(List.of(pem("PRIVATE KEY", pair.getPrivate().getEncoded())));
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    /** RFC 9180, appendix A.2.1.1, sequence number 0. */
    @Test
    void theLibraryOpensThePublishedVectorOfOurSuite() throws Exception {
        HexFormat hex = HexFormat.of();
        X25519PrivateKeyParameters secret = new X25519PrivateKeyParameters(
                hex.parseHex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"));
        X25519PublicKeyParameters open = new X25519PublicKeyParameters(
                hex.parseHex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"));
        byte[] plain = Hpke.suite()
                .open(
                        hex.parseHex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"),
                        new AsymmetricCipherKeyPair(open, secret),
                        hex.parseHex("4f6465206f6e2061204772656369616e2055726e"),
                        hex.parseHex("436f756e742d30"),
                        hex.parseHex(
                                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"),
                        null,
                        null,
                        null);
        assertThat(new String(plain, StandardCharsets.US_ASCII)).isEqualTo("Beauty is truth, truth beauty");
    }

    @Test
    void onlyTheCentreReadsWhatWasSealed() {
        Entry entry = sealer.seal(HEADER, CONTENT);
        assertThat(new String(Json.write(entry), StandardCharsets.UTF_8)).doesNotContain("林知夏", "word");
        assertThat(opener.open(HEADER, entry.box().orElseThrow())).hasValue(Json.write(CONTENT));
    }

    @Test
    void theSameContentIsNeverSealedTheSameWayTwice() {
        assertThat(Json.write(sealer.seal(HEADER, CONTENT))).isNotEqualTo(Json.write(sealer.seal(HEADER, CONTENT)));
    }

    @Test
    void everyChangedBitIsRefused() {
        SealedBox box = sealer.seal(HEADER, CONTENT).box().orElseThrow();
        for (int bit = 0; bit < box.ciphertext().length * 8; bit++) {
            assertThat(opener.open(
                            HEADER, new SealedBox(box.keyId(), box.encapsulated(), flipped(box.ciphertext(), bit))))
                    .isEmpty();
        }
        for (int bit = 0; bit < 32 * 8 - 1; bit++) {
            assertThat(opener.open(
                            HEADER, new SealedBox(box.keyId(), flipped(box.encapsulated(), bit), box.ciphertext())))
                    .isEmpty();
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8] ^= (byte) (1 << bit % 8);
        return copy;
    }

    @Test
    void theHeaderIsBoundToTheContent() {
        SealedBox box = sealer.seal(HEADER, CONTENT).box().orElseThrow();
        UUID other = UUID.fromString("0199f000-0000-7000-8000-000000000002");
        for (EntryHeader changed : List.of(
                new EntryHeader("demo-0002", KEY, 1, "print-outcome", 1),
                new EntryHeader("demo-0001", other, 1, "print-outcome", 1),
                new EntryHeader("demo-0001", KEY, 2, "print-outcome", 1),
                new EntryHeader("demo-0001", KEY, 1, "rating", 1),
                new EntryHeader("demo-0001", KEY, 1, "print-outcome", 2))) {
            assertThat(opener.open(changed, box)).isEmpty();
        }
    }

    @Test
    void anotherKeyOpensNothing() throws Exception {
        KeyPair stranger = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        Opener other =
                Opener.ofPem(List.of(pem("PRIVATE KEY", stranger.getPrivate().getEncoded())));
        assertThat(other.open(HEADER, sealer.seal(HEADER, CONTENT).box().orElseThrow()))
                .isEmpty();
    }

    @Test
    void contentThatIsTooLongIsRefusedAtTheSource() {
        assertThatThrownBy(() -> sealer.seal(HEADER, "x".repeat(SealedBox.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("wrong.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThatThrownBy(() -> CentreKey.read(file)).hasMessageContaining("wrong.pem");
    }
}
