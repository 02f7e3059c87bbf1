package org.yici.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerProtocol;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The scanner as scripts work it. */
@Timeout(60)
class ScannerRequestsTest extends AtThePage {
    @Test
    void tellsTheScannersState() throws Exception {
        JsonNode scanner = scanner();
        assertThat(scanner.propertyNames())
                .containsExactly("link", "plugged", "opened", "protocol", "looking", "held", "seen", "code");
        assertThat(scanner.at("/link").asString())
                .isEqualTo(config.scannerLink().toString());
        assertThat(scanner.at("/plugged").booleanValue()).isTrue();
        assertThat(scanner.at("/opened").booleanValue()).isFalse();
        assertThat(scanner.at("/protocol").asString()).isEqualTo("newland");
        assertThat(scanner.at("/looking").booleanValue()).isFalse();
        assertThat(scanner.at("/held").booleanValue()).isFalse();
        assertThat(scanner.at("/seen").asInt(-1)).isZero();
        assertThat(scanner.at("/code").isNull()).isTrue();
    }

    @Test
    void holdsACodeAndTakesItAway() throws Exception {
        assertThat(post("api/code/hold", "{\"text\":\"办事码\\r\"}")).isEqualTo(200);
        assertThat(held()).isEqualTo("办事码\r".getBytes(StandardCharsets.UTF_8));
        assertThat(scanner().at("/held").booleanValue()).isTrue();
        assertThat(scanner().at("/code/preview").asString()).isEqualTo("办事码␍");
        assertThat(scanner().at("/code/bytes").asInt()).isEqualTo(10);
        assertThat(post("api/code/take", "{}")).isEqualTo(200);
        assertThat(scanner().at("/held").booleanValue()).isFalse();
        assertThat(post("api/code/take", "{}")).isEqualTo(409);
    }

    @Test
    void holdsTextInAnotherEncodingAndAnyBytes() throws Exception {
        assertThat(post("api/code/hold", "{\"text\":\"𠮷\",\"charset\":\"GB18030\"}"))
                .isEqualTo(200);
        assertThat(held()).isEqualTo("𠮷".getBytes(Charset.forName("GB18030")));
        assertThat(post("api/code/hold", "{\"base64\":\"AP8NCg==\"}")).isEqualTo(200);
        assertThat(held()).isEqualTo(HexFormat.of().parseHex("00ff0d0a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":7}",
                "{\"base64\":\"?\"}",
                "{\"text\":\"a\",\"base64\":\"YQ==\"}",
                "{\"text\":\"a\",\"charset\":\"no such\"}",
                "{\"text\":\"a\",\"charset\":\"ISO-2022-CN\"}",
                "{\"text\":\"𠮷\",\"charset\":\"ISO-8859-1\"}"
            })
    void refusesWhatIsNoCode(String body) throws Exception {
        assertThat(post("api/code/hold", body)).isEqualTo(400);
        assertThat(scanner().at("/held").booleanValue()).isFalse();
    }

    @Test
    void refusesACodeThatIsTooLong() throws Exception {
        assertThat(post("api/code/hold", "{\"text\":\"" + "1".repeat(HeldCode.LONGEST + 1) + "\"}"))
                .isEqualTo(400);
        assertThat(post("api/code/hold", "{\"text\":\"" + "1".repeat(HeldCode.LONGEST) + "\"}"))
                .isEqualTo(200);
    }

    @Test
    void anotherScannerSeesTheCodeThatIsHeld() throws Exception {
        post("api/code/hold", "{\"text\":\"A1\"}");
        assertThat(post("api/scanner", "{\"protocol\":\"plain\"}")).isEqualTo(200);
        await().until(() -> scanner().at("/seen").asInt() == 1);
        assertThat(scanner().at("/protocol").asString()).isEqualTo("plain");
        assertThat(scanner().at("/looking").booleanValue()).isTrue();
        assertThat(post("api/scanner", "{\"protocol\":\"telepathy\"}")).isEqualTo(400);
    }

    @Test
    void unpluggingTakesTheScannersLinkAwayAndNotTheReaders() throws Exception {
        try (FileInputStream port = new FileInputStream(config.scannerLink().toFile())) {
            await().until(() -> scanner().at("/opened").booleanValue());
        }
        post("api/switch", "{\"name\":\"scanner-unplugged\",\"on\":true}");
        assertThat(Files.exists(config.scannerLink(), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(Files.isSymbolicLink(config.readerLink())).isTrue();
        assertThat(scanner().at("/plugged").booleanValue()).isFalse();
        post("api/scanner", "{\"protocol\":\"zebra-ssi\"}");
        assertThat(scanner().at("/plugged").booleanValue()).isFalse();
        post("api/switch", "{\"name\":\"scanner-unplugged\",\"on\":false}");
        assertThat(Files.isSymbolicLink(config.scannerLink())).isTrue();
        assertThat(scanner().at("/protocol").asString()).isEqualTo("zebra-ssi");
    }

    @Test
    void takesTheProtocolAsAnOption() {
        for (ScannerProtocol protocol : ScannerProtocol.values()) {
            CommandLine.ParseResult parsed = new CommandLine(new Bench())
                    .parseArgs("--data", data.toString(), "--scanner", protocol.protocolName());
            assertThat(parsed.<ScannerProtocol>matchedOptionValue("--scanner", null))
                    .isEqualTo(protocol);
        }
        assertThat(new CommandLine(new Bench()).execute("--data", data.toString(), "--scanner", "x"))
                .isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private byte[] held() {
        return bench.hardware().scanner().scanner().held().orElseThrow().bytes();
    }

    private JsonNode scanner() throws Exception {
        return page.json("api/state").path("scanner");
    }
}
