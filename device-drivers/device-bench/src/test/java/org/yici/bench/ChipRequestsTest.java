package org.yici.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.ChipQuirk;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The reader for chip cards as scripts work it. */
@Timeout(60)
class ChipRequestsTest extends AtThePage {
    private static final String LIN = "{\"person\":\"lin-zhixia\",\"card\":\"social-security\"}";

    @Test
    void tellsTheReadersState() throws Exception {
        JsonNode chip = chip();
        assertThat(chip.propertyNames())
                .containsExactly(
                        "socket", "reader", "plugged", "service", "missing", "trouble", "card", "opened", "talk");
        assertThat(chip.at("/talk").propertyNames())
                .containsExactly("commands", "answers", "resets", "status", "silent");
        assertThat(chip.at("/socket").asString())
                .isEqualTo(data.resolve("run/yici/pcscd/pcscd.comm").toString());
        assertThat(data.resolve("run/yici/pcscd/pcscd.comm")).exists();
        assertThat(chip.at("/reader").asString()).isEqualTo(ChipFarEnd.READER);
        assertThat(chip.at("/plugged").booleanValue()).isTrue();
        assertThat(chip.at("/service").booleanValue()).isTrue();
        assertThat(chip.at("/missing")).isEmpty();
        assertThat(chip.at("/trouble").isNull()).isTrue();
        assertThat(chip.at("/card").isNull()).isTrue();
        assertThat(chip.at("/opened").booleanValue()).isFalse();
        assertThat(chip.at("/talk/commands").asInt(-1)).isZero();
        assertThat(chip.at("/talk/status").isNull()).isTrue();
    }

    @Test
    void putsACardInAndTakesIt() throws Exception {
        assertThat(post("api/chip/insert", LIN)).isEqualTo(200);
        assertThat(chip().at("/card"))
                .hasToString("{\"person\":\"lin-zhixia\",\"name\":\"林知夏\",\"kind\":\"social-security\"}");
        assertThat(post("api/chip/insert", LIN)).isEqualTo(409);
        await().until(() -> bench.hardware().chip().isCardSeen());
        assertThat(post("api/chip/take", "{}")).isEqualTo(200);
        assertThat(chip().at("/card").isNull()).isTrue();
        assertThat(post("api/chip/take", "{}")).isEqualTo(409);
        assertThat(post("api/chip/insert", "{\"person\":\"du-zhen\",\"card\":\"passport\"}"))
                .isEqualTo(200);
        assertThat(chip().at("/card/kind").asString()).isEqualTo("passport");
        await().until(() -> bench.hardware().chip().isCardSeen());
    }

    @ParameterizedTest
    @CsvSource({
        "lin-zhixia, , 400",
        "lin-zhixia, library, 400",
        "lin-zhixia, other, 400",
        "nobody, passport, 404",
        "lin-zhixia, passport, 404",
        "du-zhen, social-security, 404"
    })
    void refusesWhatNobodyHolds(String person, String card, int status) throws Exception {
        String body = "{\"person\":\"%s\",\"card\":\"%s\"}".formatted(person, card);
        assertThat(post("api/chip/insert", body)).isEqualTo(status);
        assertThat(chip().at("/card").isNull()).isTrue();
    }

    @Test
    void tellsWhoHoldsWhichCardsAndWhatIsPrintedInAPassport() throws Exception {
        JsonNode people = page.json("api/people");
        JsonNode lin = person(people, "lin-zhixia");
        assertThat(lin.at("/name").asString()).isEqualTo("林知夏");
        assertThat(lin.at("/document/kind").asString()).isEqualTo("citizen");
        assertThat(lin.at("/chipCards")).hasToString("[\"social-security\"]");
        JsonNode foreigner = person(people, "du-zhen");
        assertThat(foreigner.at("/chipCards")).hasToString("[\"passport\"]");
        assertThat(foreigner.at("/passport")).hasToString("{\"number\":\"UT0000851\",\"expires\":\"20310630\"}");
        assertThat(foreigner.at("/birth").asString()).isEqualTo("19850101");
        assertThat(person(people, "du-yuehan").at("/chipCards")).hasToString("[\"social-security\",\"passport\"]");
    }

    private static JsonNode person(JsonNode people, String id) {
        return people.valueStream()
                .filter(each -> each.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void switchesTheServiceAndTheReaderWithACardInIt() throws Exception {
        post("api/chip/insert", LIN);
        assertThat(flip("chip-service-gone", true)).isEqualTo(200);
        assertThat(chip().at("/service").booleanValue()).isFalse();
        assertThat(chip().at("/card/person").asString()).isEqualTo("lin-zhixia");
        assertThat(data.resolve("run/yici/pcscd/pcscd.comm")).doesNotExist();
        assertThat(flip("chip-unplugged", true)).isEqualTo(200);
        assertThat(chip().at("/plugged").booleanValue()).isFalse();
        assertThat(flip("chip-service-gone", false)).isEqualTo(200);
        assertThat(bench.hardware().chip().isCardSeen()).isFalse();
        assertThat(flip("chip-unplugged", false)).isEqualTo(200);
        await().until(() -> bench.hardware().chip().isCardSeen());
    }

    @Test
    void switchesEachQuirk() throws Exception {
        for (ChipQuirk quirk : ChipQuirk.values()) {
            assertThat(bench.hardware().chip().has(quirk)).isFalse();
            assertThat(flip(quirk.switchName(), true)).isEqualTo(200);
            assertThat(bench.hardware().chip().has(quirk)).isTrue();
        }
    }

    @Test
    void tellsThePageWhenTheServiceDies() throws Exception {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("pcscd"))
                .forEach(ProcessHandle::destroyForcibly);
        await().until(() -> !chip().at("/service").booleanValue());
        assertThat(chip().at("/trouble").asString()).contains("ended");
        assertThat(page.json("api/state").at("/switches/chip-service-gone").booleanValue())
                .isTrue();
        assertThat(flip("chip-service-gone", false)).isEqualTo(200);
        assertThat(chip().at("/trouble").isNull()).isTrue();
    }

    @Test
    void publishesTheCountryThatSignsPassports() {
        assertThat(data.resolve("var/lib/yici/countries/ut.cer")).isNotEmptyFile();
    }

    @Test
    void hasEverythingElseWhereTheServiceCannotRun() throws Exception {
        Path tooLong = Files.createDirectories(data.resolve("x".repeat(110)));
        CommandLine.ParseResult parsed = new CommandLine(new Bench())
                .parseArgs("--data", data.toString(), "--chip", tooLong.toString(), "--no-chip");
        assertThat(parsed.<Path>matchedOptionValue("--chip", null)).isEqualTo(tooLong);
        bench.close();
        bench = RunningBench.start(withChip(tooLong, true));
        assertThat(chip().at("/service").booleanValue()).isFalse();
        assertThat(chip().at("/trouble").asString()).contains("so long a name");
        assertThat(flip("chip-service-gone", false)).isEqualTo(409);
        assertThat(post("api/card/lay", "{\"person\":\"lin-zhixia\"}")).isEqualTo(200);
        assertThat(post("api/chip/insert", LIN)).isEqualTo(200);
    }

    @Test
    void startsNoServiceWhenItIsTold() throws Exception {
        bench.close();
        bench = RunningBench.start(withChip(config.chipFolder(), false));
        assertThat(chip().at("/service").booleanValue()).isFalse();
        assertThat(chip().at("/trouble").isNull()).isTrue();
        assertThat(flip("chip-service-gone", false)).isEqualTo(200);
        assertThat(chip().at("/service").booleanValue()).isTrue();
    }

    private BenchConfig withChip(Path folder, boolean service) {
        return new BenchConfig(
                data,
                0,
                0,
                config.printerTlsPort(),
                List.of(),
                config.deviceGroup(),
                config.scanner(),
                folder,
                service,
                config.perPage(),
                false,
                config.screenFile(),
                config.display(),
                config.authority(),
                config.adminUrl());
    }

    private int flip(String name, boolean on) throws Exception {
        return post("api/switch", "{\"name\":\"%s\",\"on\":%s}".formatted(name, on));
    }

    private JsonNode chip() throws Exception {
        return page.json("api/state").path("chip");
    }
}
