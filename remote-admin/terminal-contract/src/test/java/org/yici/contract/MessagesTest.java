package org.yici.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.base.TerminalId;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.https.Offers;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Stamp;

/** The messages of version 1 as they are on the wire; a later version must go on reading them. */
class MessagesTest {
    private static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");

    private static final Health.Condition CONDITION = new Health.Condition(
            List.of(new DeviceReport(
                    "document-printer",
                    "documentPrinter",
                    "online",
                    Map.of("paper", "out"),
                    List.of(new DeviceReport.Fault("media-empty", "clear", "media-empty-error")),
                    Map.of("pages", 12L))),
            "idle",
            3);

    private static void golden(Object message, String json) throws MalformedMessageException {
        assertThat(new String(Json.write(message), StandardCharsets.UTF_8)).isEqualTo(json);
        Object read = Json.read(json.getBytes(StandardCharsets.UTF_8), message.getClass());
        assertThat(new String(Json.write(read), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void birth() throws Exception {
        golden(
                new Birth(1, "demo-0001", new Stamp(7, 0), AT, 10, "0.1.0", "abc", CONDITION),
                """
                {"version":1,"terminal":"demo-0001","stamp":{"connection":7,"sequence":0},"at":"2026-11-01T08:00:00Z",\
                "keepAliveSeconds":10,"software":"0.1.0","commit":"abc","condition":{"devices":[{"id":"document-printer",\
                "kind":"documentPrinter","state":"online","details":{"paper":"out"},"faults":[{"name":"media-empty",\
                "whoActs":"clear","nativeCode":"media-empty-error"}],"counts":{"pages":12}}],"session":"idle","outboxRows":3}}""");
    }

    @Test
    void anOfferInTwoLanguages() throws Exception {
        golden(
                new Offers(List.of(new Offers.Offer(
                        "social-insurance-record",
                        "参保证明",
                        "社保中心",
                        true,
                        "可用于贷款。",
                        Map.of("en", new Offers.Wording("Insurance record", "the centre", "For a loan."))))),
                """
                {"offers":[{"kind":"social-insurance-record","title":"参保证明","issuer":"社保中心","available":true,\
                "sentence":"可用于贷款。","translations":{"en":{"title":"Insurance record","issuer":"the centre",\
                "sentence":"For a loan."}}}]}""");
    }

    /** Servers before offers were translated. */
    @Test
    void anOfferInChineseAlone() throws Exception {
        Offers offers = Json.read(
                """
                {"offers":[{"kind":"k","title":"参保证明","issuer":"社保中心","available":true,"sentence":""}]}"""
                        .getBytes(StandardCharsets.UTF_8),
                Offers.class);
        assertThat(offers.offers()).containsExactly(new Offers.Offer("k", "参保证明", "社保中心", true, ""));
    }

    /** Terminals before devices counted. */
    @Test
    void aReportWithoutCounts() throws Exception {
        DeviceReport report = Json.read(
                """
                {"id":"reader","kind":"identityReader","state":"online","details":{},"faults":[]}"""
                        .getBytes(StandardCharsets.UTF_8),
                DeviceReport.class);
        assertThat(report.counts()).isEmpty();
    }

    @Test
    void death() throws Exception {
        golden(
                new Death(1, "demo-0001", 7, false),
                "{\"version\":1,\"terminal\":\"demo-0001\",\"connection\":7,\"clean\":false}");
    }

    @Test
    void recorded() throws Exception {
        golden(
                new Recorded(1, KEY, 2, Recorded.Result.QUARANTINED),
                "{\"version\":1,\"key\":\"" + KEY + "\",\"entryVersion\":2,\"result\":\"QUARANTINED\"}");
    }

    @Test
    void entryInPlainWords() throws Exception {
        SessionEvent event = new SessionEvent("s", "CARD_READ", SessionEvent.Level.INFO, Map.of("millis", 210L), AT);
        golden(
                new EntryMessage(
                        1,
                        new Stamp(7, 4),
                        Entry.open(
                                new EntryHeader("demo-0001", KEY, 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event))),
                """
                {"version":1,"stamp":{"connection":7,"sequence":4},"entry":{"header":{"terminal":"demo-0001","key":"%s",\
                "version":1,"kind":"session-event","format":1},"body":{"session":"s","code":"CARD_READ","level":"INFO",\
                "numbers":{"millis":210},"at":"2026-11-01T08:00:00Z"}}}"""
                        .formatted(KEY));
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() throws Exception {
        String json = "{\"version\":2,\"terminal\":\"demo-0001\",\"connection\":7,\"clean\":true,\"mood\":[1,{}]}";
        assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), Death.class))
                .isEqualTo(new Death(2, "demo-0001", 7, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"version\":1,\"stamp\":{\"connection\":1,\"sequence\":1},\"entry\":{\"header\":{\"terminal\":\"林知夏\"}}}",
                "{\"entry\":{\"header\":{\"terminal\":\"demo-0001\",\"key\":\"0199f000-0000-4000-8000-000000000001\",\"version\":1,"
                        + "\"kind\":\"x\",\"format\":1},\"body\":{}}}"
            })
    void brokenBytesAreRefusedWithoutBeingRepeated(String json) {
        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), EntryMessage.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasNoCause()
                .hasMessageNotContaining("林知夏");
    }

    @Test
    void theLastWriterWinsByConnectionThenSequence() {
        assertThat(new Stamp(8, 0)).isGreaterThan(new Stamp(7, 99));
        assertThat(new Stamp(7, 2)).isGreaterThan(new Stamp(7, 1));
    }

    @Test
    void topicsNameTheirTerminal() {
        TerminalId terminal = new TerminalId("demo-0001");
        assertThat(Topics.out(terminal, Topics.ENTRY)).isEqualTo("yici/v1/t/demo-0001/out/entry");
        assertThat(Topics.inFilter(terminal)).isEqualTo("yici/v1/t/demo-0001/in/#");
        assertThat(Topics.parseOut("yici/v1/t/demo-0001/out/entry")).hasValue(new Topics.Out(terminal, "entry"));
        for (String other : List.of(
                "yici/v1/t/demo-0001/in/recorded",
                "yici/v1/t/service/out/x",
                "yici/v1/t/+/out/x",
                "x",
                "yici/v1/t/a/b/out/x")) {
            assertThat(Topics.parseOut(other)).as(other).isEmpty();
        }
    }
}
