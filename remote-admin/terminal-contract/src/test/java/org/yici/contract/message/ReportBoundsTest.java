package org.yici.contract.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.SessionEvent;

/** What a report may hold is checked when it is decoded; words that nobody knows are kept. */
class ReportBoundsTest {
    private static final String FAULT = "{\"name\":\"media-empty\",\"whoActs\":\"clear\",\"nativeCode\":\"\"}";

    private static String device(String kind, String details, String faults, String counts) {
        return "{\"id\":\"printer\",\"kind\":\"" + kind + "\",\"state\":\"online\",\"details\":{" + details
                + "},\"faults\":[" + faults + "],\"counts\":{" + counts + "}}";
    }

    private static String device(String kind) {
        return device(kind, "", "", "");
    }

    private static String many(int number, String form) {
        return IntStream.range(0, number).mapToObj(form::formatted).collect(Collectors.joining(","));
    }

    private static String condition(String devices, String session) {
        return "{\"devices\":[" + devices + "],\"session\":\"" + session + "\",\"outboxRows\":0}";
    }

    private static Health.Condition read(String condition) throws MalformedMessageException {
        return Json.read(condition.getBytes(StandardCharsets.UTF_8), Health.Condition.class);
    }

    private static void assertRefused(String condition) {
        assertThatThrownBy(() -> read(condition)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void wordsThatNobodyKnowsAreKept() throws Exception {
        DeviceReport report = read(condition(
                        device(
                                "of-tomorrow",
                                "\"mood\":\"喜怒 (1) 40%\"",
                                FAULT.replace("\"\"", "\"E 0x1F: door, left\""),
                                ""),
                        "of.tomorrow"))
                .devices()
                .get(0);

        assertThat(report.kind()).isEqualTo("of-tomorrow");
        assertThat(report.details()).containsEntry("mood", "喜怒 (1) 40%");
        assertThat(report.faults().get(0).nativeCode()).isEqualTo("E 0x1F: door, left");
    }

    @Test
    void asMuchAsIsAllowedIsRead() throws Exception {
        String full = device(
                "x".repeat(64),
                many(16, "\"d%d\":\"" + "值".repeat(128) + "\""),
                many(32, FAULT),
                many(32, "\"c%d\":1"));

        assertThat(read(condition(many(16, full.replace("%", "%%")), "idle")).devices())
                .hasSize(16);
    }

    @Test
    void moreThanIsAllowedIsRefused() {
        assertRefused(condition(many(17, device("k")), "idle"));
        assertRefused(condition(device("k", many(17, "\"d%d\":\"v\""), "", ""), "idle"));
        assertRefused(condition(device("k", "", many(33, FAULT), ""), "idle"));
        assertRefused(condition(device("k", "", "", many(33, "\"c%d\":1")), "idle"));
        assertRefused(condition("", "idle").replace(":0", ":-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "<b>", "词", "-x", "line\\nbreak"})
    void aWordOfAnotherFormIsRefused(String word) {
        assertRefused(condition(device(word), "idle"));
        assertRefused(condition("", word));
        assertRefused(condition(device("k", "\"" + word + "\":\"v\"", "", ""), "idle"));
        assertRefused(condition(device("k", "", FAULT.replace("media-empty", word), ""), "idle"));
        assertRefused(condition(device("k", "", "", "\"" + word + "\":1"), "idle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "\\u0000", "\\u202e", "\\ud800"})
    void aTextWithControlCharactersIsRefused(String text) {
        assertRefused(condition(device("k", "\"media\":\"" + text + "\"", "", ""), "idle"));
        assertRefused(condition(device("k", "", FAULT.replace("\"\"", "\"" + text + "\""), ""), "idle"));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertRefused(condition(device("x".repeat(65)), "idle"));
        assertRefused(condition(device("k", "\"media\":\"" + "x".repeat(129) + "\"", "", ""), "idle"));
        assertRefused(condition(device("k", "", FAULT.replace("\"\"", "\"" + "x".repeat(129) + "\""), ""), "idle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "two words", "词", "a\nb", "\u202e\ud800", "键 <b>"})
    void whateverADeviceSaysBecomesAWordAndAText(String said) throws Exception {
        for (String one : new String[] {said, said.repeat(500)}) {
            DeviceReport.Fault fault = new DeviceReport.Fault(ReportText.word(one), "clear", ReportText.text(one));
            assertThat(Json.read(Json.write(fault), DeviceReport.Fault.class)).isEqualTo(fault);
        }
        assertThat(ReportText.word("media-empty")).isEqualTo("media-empty");
        assertThat(ReportText.text("E 0x1F: 缺纸")).isEqualTo("E 0x1F: 缺纸");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\":\"\",\"code\":\"CARD_READ\",\"level\":\"INFO\",\"numbers\":{},\"at\":\"2026-11-22T10:00:00Z\"}",
                "{\"session\":\"s\",\"code\":\"NAME 林知夏\",\"level\":\"INFO\",\"numbers\":{},\"at\":\"2026-11-22T10:00:00Z\"}",
                "{\"session\":\"s\",\"code\":\"X\",\"level\":\"INFO\",\"numbers\":{\"林知夏\":1},\"at\":\"2026-11-22T10:00:00Z\"}"
            })
    void anEventHasNoRoomForText(String json) {
        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), SessionEvent.class))
                .isInstanceOf(MalformedMessageException.class);
    }
}
