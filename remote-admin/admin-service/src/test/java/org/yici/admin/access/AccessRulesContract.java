package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.yici.admin.TestAgent;
import org.yici.admin.TestTerminal;
import org.yici.admin.access.Intruder.Hello;
import org.yici.admin.refusal.RefusalKind;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.message.Death;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Recorded.Result;

/**
 * What a terminal may do at a broker, and what it may not. Each rule is asserted by its effect: what somebody else heard, what the
 * service's tables say, whether the service still hears others. How a broker says no is its own affair. Each test has an intruder, who
 * has a terminal's identity and more or less than an agent's manners, and a victim.
 */
abstract class AccessRulesContract extends AccessFixture {
    /** Asserts that the refusal is on the page. */
    void assertSeen(RefusalKind kind, String who) {
        await().untilAsserted(() -> assertThat(admin.refused(kind, who))
                .as("%s of %s on the page", kind, who)
                .isPositive());
    }

    /** Waits until the server says that the broker refuses every certificate that was revoked or replaced. */
    void awaitInForce() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.rows("select 1 from revoked_certificate where in_force_at is null")
                        .isEmpty());
    }

    @Test
    void aTerminalIsHeardOnItsOwnTopicsAndHearsWhatIsForIt() throws Exception {
        victimIsServed();
        agent.health("low");

        await().until(() -> rowsOf(victim).toString().contains("\"paper\": \"low\""));
        assertThat(agent.heard()).containsOnly(Topics.in(new TerminalId(victim.id()), Topics.RECORDED));
    }

    @Test
    void nobodyPublishesForAnother() throws Exception {
        List<Map<String, Object>> before = rowsOf(victim);
        UUID forged = TestAgent.key();
        byte[] recorded = Json.write(new Recorded(1, forged, 1, Result.RECORDED));

        try (Intruder at = connect(ownName())) {
            at.publish(ofVictim(Topics.DEATH), Json.write(new Death(1, victim.id(), 1, true)), false);
            at.publish(
                    ofVictim(Topics.ENTRY),
                    Json.write(Map.of("version", 1, "entry", event(victim, forged, "CARD_READ"))),
                    false);
            at.publish(Topics.in(new TerminalId(victim.id()), Topics.RECORDED), recorded, false);
            at.publish(own(Topics.HEALTH), "{}");
        }

        assertThat(rowsOf(victim)).isEqualTo(before);
        victimIsServed();
        assertThat(spyHeard(ofVictim(Topics.DEATH))).isEmpty();
        assertThat(spy.heard()).noneMatch(heard -> heard.content().contains(forged.toString()));
        assertThat(agent.heard()).as("only the answer to its own entry").hasSize(1);
    }

    @Test
    void nobodyHearsWhatIsForAnother() throws Exception {
        String in = Topics.in(new TerminalId(victim.id()), Topics.RECORDED);

        for (String filter : List.of(
                in,
                Topics.inFilter(new TerminalId(victim.id())),
                ofVictim("#"),
                "#",
                "+/+/+/+/+/+",
                "yici/v1/#",
                "yici/v1/t/+/in/#",
                "yici/+/t/" + victim.id() + "/#")) {
            another();
            try (Intruder at = connect(ownName())) {
                at.subscribe(filter);
                victimIsServed();
                at.publish(own(Topics.HEALTH), "{}");

                assertThat(at.heard())
                        .filteredOn(heard -> !heard.topic().startsWith(Topics.PREFIX + intruder.id() + "/"))
                        .isEmpty();
                assertThat(at.awaitEnd()).as("blocked after %s", filter).isTrue();
            }
            assertSeen(RefusalKind.FOREIGN_SUBSCRIBE, intruder.id());
            assertSeen(RefusalKind.BLOCKED, intruder.id());
        }
    }

    @Test
    void releasesAreTheServicesAlone() throws Exception {
        String release = "yici/v1/release/canary";

        try (Intruder at = connect(ownName())) {
            at.publish(release, "{\"version\":99}");
            at.publish(release, utf8("{\"version\":99}"), true);
        }
        try (Intruder at = connect(ownName())) {
            at.subscribe(release);
            at.subscribe("yici/v1/release/#");
            spy.publish(release, "{\"version\":7}");
            await().until(() -> !spyHeard(release).isEmpty());

            assertThat(at.heard()).isEmpty();
        }
        assertThat(spyHeard(release)).allMatch(heard -> heard.content().equals("{\"version\":7}"));
        assertSeen(RefusalKind.FOREIGN_SUBSCRIBE, intruder.id());
    }

    @Test
    void aWillSpeaksForItsOwnTerminalAlone() throws Exception {
        List<Map<String, Object>> before = rowsOf(victim);
        byte[] death = Json.write(new Death(1, victim.id(), 1, false));

        connect(ownName().withWill(ofVictim(Topics.DEATH), death, false)).close();
        connect(ownName().withWill(ofVictim(Topics.DEATH), death, true)).close();
        victimIsServed();

        assertThat(spyHeard(ofVictim(Topics.DEATH))).isEmpty();
        assertThat(rowsOf(victim)).containsAll(before);
        assertThat(isOnline(victim)).isTrue();

        agent.vanish();
        await().atMost(Duration.ofSeconds(5)).until(() -> !isOnline(victim));
    }

    @Test
    void aSharedSubscriptionTakesNothingFromTheService() throws Exception {
        for (String filter : List.of(
                "$share/service/yici/v1/t/+/out/#",
                "$share/service/#",
                "$share/mine/yici/v1/t/+/out/#",
                "$share/mine/#")) {
            another();
            try (Intruder at = connect(ownName())) {
                at.subscribe(filter);
                for (int i = 0; i < 3; i++) {
                    victimIsServed();
                }
                assertThat(at.heard()).isEmpty();
                assertThat(at.awaitEnd()).as("blocked after %s", filter).isTrue();
            }
            assertSeen(RefusalKind.SHARED_SUBSCRIPTION, intruder.id());
            assertSeen(RefusalKind.BLOCKED, intruder.id());
        }
    }

    @Test
    void theBrokersOwnAddressesAreNobodys() throws Exception {
        for (String address : List.of("$SYS/#", "$SYS/broker/log/#", "$CONTROL/dynamic-security/v1/response")) {
            another();
            try (Intruder at = connect(ownName())) {
                at.publish(
                        "$CONTROL/dynamic-security/v1",
                        "{\"commands\":[{\"command\":\"createClient\",\"username\":\"" + victim.id()
                                + "\",\"roles\":[{\"rolename\":\"revoked\"}]}]}");
                at.subscribe(address);
                victimIsServed();
                assertThat(at.heard()).isEmpty();
            }
            assertSeen(RefusalKind.INTERNAL_ADDRESS, intruder.id());
        }
    }

    @Test
    void nothingIsRetained() throws Exception {
        try (Intruder at = connect(ownName())) {
            at.publish(own(Topics.HEALTH), utf8("{\"kept\":1}"), true);
        }
        try (Intruder at = connect(ownName())) {
            at.publish(own(Topics.ENTRY), utf8("{\"kept\":2}"), true);
        }
        victimIsServed();

        try (Intruder later =
                Intruder.connect(onlooker().tls("broker-ca.pem"), broker(), new Hello("service-later-" + number))) {
            later.subscribe("yici/v1/#");
            UUID key = TestAgent.key();
            agent.entry(event(victim, key, "CARD_READ"));
            await().until(() ->
                    later.heard().stream().anyMatch(heard -> heard.content().contains(key.toString())));
            assertThat(later.heard()).noneMatch(heard -> heard.content().contains("kept"));
        }
        assertSeen(RefusalKind.PACKET_BROKEN, intruder.id());
    }

    @Test
    void aTakeoverIsAnAlarmAndNoDeath() throws Exception {
        try (TestAgent copy = TestAgent.connect(victim, broker(), 1_000)) {
            copy.birth();
            // Before 2.0.15 Mosquitto gives no reason (eclipse-mosquitto/mosquitto#2607): the agent cannot know.
            assertThat(agent.awaitEnd()).isIn(0x8E, 0);
            copy.health("low");
            await().until(() -> rowsOf(victim).toString().contains("\"paper\": \"low\""));
            assertThat(isOnline(victim)).isTrue();
            assertThat(admin.get("/terminals/" + victim.id()).body())
                    .contains("在线")
                    .doesNotContain("连接中断");

            // What an agent does that was told.
            copy.entry(event(victim, TestAgent.key(), "IDENTITY_TAKEN_OVER"));
            copy.awaitRecorded();
            assertThat(admin.get("/terminals/" + victim.id()).body()).contains("终端身份被另一台机器使用");
            assertThat(admin.refused(RefusalKind.IDENTITY_TAKEN_OVER, victim.id()))
                    .isEqualTo(1);
        }
        agent.close();
        // And one that was not told: it comes back as after any other break.
        agent = TestAgent.connect(victim, broker(), 2);
        agent.birth();
        await().untilAsserted(() -> assertThat(admin.refusedOnItsPage(RefusalKind.IDENTITY_TAKEN_OVER, victim.id()))
                .isEqualTo(2));
    }

    @Test
    void aRevokedCertificateIsGoodForNothing() throws Exception {
        TestAgent doomed = TestAgent.connect(intruder, broker(), 1);
        doomed.birth();
        await().until(() -> isOnline(intruder));

        admin.submit("/terminals/" + intruder.id() + "/revoke", "/terminals/" + intruder.id() + "/revoke", Map.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> !doomed.isConnected());
        await().atMost(Duration.ofSeconds(10)).until(() -> !isOnline(intruder));
        List<Map<String, Object>> before = rowsOf(intruder);
        awaitInForce();

        try (Intruder at = Intruder.connect(tls(intruder), broker(), ownName())) {
            at.publish(own(Topics.HEALTH), "{\"back\":1}");
            assertThat(at.awaitEnd()).isTrue();
            assertThat(at.isWelcome()).isFalse();
        }
        victimIsServed();
        assertThat(agent.isConnected()).as("nobody else was thrown off for it").isTrue();

        assertThat(spyHeard(own(Topics.HEALTH))).isEmpty();
        assertThat(rowsOf(intruder)).isEqualTo(before);
        assertThat(admin.get("/terminals/" + intruder.id()).body()).contains("已吊销");
        assertSeen(RefusalKind.CERTIFICATE_ENDED, intruder.id());
        doomed.close();

        TestTerminal again = service.enrolled(intruder.id(), "可疑点");
        awaitOnline(again);
    }

    @Test
    void aCertificateThatWasReplacedIsGoodForNothing() throws Exception {
        TestAgent former = TestAgent.connect(intruder, broker(), 1);
        TestTerminal replacement = service.enrolled(intruder.id(), "换机点");
        awaitInForce();
        await().until(() -> !former.isConnected());

        try (Intruder at = Intruder.connect(tls(intruder), broker(), ownName())) {
            at.publish(own(Topics.HEALTH), "{\"former\":1}");
            assertThat(at.awaitEnd()).isTrue();
        }
        awaitOnline(replacement);
        victimIsServed();
        assertThat(spy.heard()).noneMatch(heard -> heard.content().contains("former"));
        assertSeen(RefusalKind.CERTIFICATE_ENDED, intruder.id());
        assertSeen(RefusalKind.FOREIGN_CERTIFICATE, "身份不明");
        former.close();
    }

    @Test
    void nobodyComesInWithoutACertificate() throws Exception {
        try (Intruder at = Intruder.connect(intruder.tls(false, "broker-ca.pem"), broker(), new Hello(victim.id()))) {
            at.publish(ofVictim(Topics.HEALTH), "{\"bare\":1}");
            assertThat(at.awaitEnd()).isTrue();
            assertThat(at.isWelcome()).isFalse();
        }
        victimIsServed();
        assertThat(spy.heard()).noneMatch(heard -> heard.content().contains("bare"));
        assertThat(agent.isConnected()).isTrue();
        assertSeen(RefusalKind.NO_CERTIFICATE, "身份不明");
    }

    @Test
    void nobodyComesInWithACertificateThatSomebodyElseIssued() throws Exception {
        for (String name : List.of(victim.id(), "service")) {
            SSLContext foreign = Identity.ofAnotherAuthority(name).tls("broker-ca.pem");
            try (Intruder at = Intruder.connect(foreign, broker(), new Hello(name))) {
                at.publish(ofVictim(Topics.HEALTH), "{\"foreign\":1}");
                assertThat(at.awaitEnd()).isTrue();
                assertThat(at.isWelcome()).isFalse();
            }
        }
        victimIsServed();
        assertThat(spy.heard()).noneMatch(heard -> heard.content().contains("foreign"));
        assertThat(agent.isConnected()).isTrue();
        assertSeen(RefusalKind.FOREIGN_CERTIFICATE, "身份不明");
    }

    @Test
    void aUserNameMakesNobodyElse() throws Exception {
        List<Map<String, Object>> before = rowsOf(victim);

        for (String name : List.of("service", victim.id(), "admin")) {
            try (Intruder at = connect(ownName().withUserName(name))) {
                at.publish(ofVictim(Topics.DEATH), Json.write(new Death(1, victim.id(), 1, true)), false);
                at.subscribe(Topics.inFilter(new TerminalId(victim.id())));
                at.subscribe("yici/v1/#");
                victimIsServed();
                assertThat(at.heard()).isEmpty();
            }
        }
        assertThat(spyHeard(ofVictim(Topics.DEATH))).isEmpty();
        assertThat(rowsOf(victim)).containsAll(before);
    }

    @Test
    void aClientIdMakesNobodyElseAndThrowsNobodyOff() throws Exception {
        List<Map<String, Object>> before = rowsOf(victim);

        for (String name : List.of(victim.id(), "service", "service-1", "service-spy-" + number, "")) {
            try (Intruder at = connect(new Hello(name))) {
                at.publish(ofVictim(Topics.DEATH), Json.write(new Death(1, victim.id(), 1, true)), false);
                at.subscribe(Topics.inFilter(new TerminalId(victim.id())));
                victimIsServed();
                assertThat(at.heard()).isEmpty();
            }
        }
        assertThat(agent.isConnected()).as("the victim's connection").isTrue();
        assertThat(spy.isWelcome()).as("the onlooker's connection").isTrue();
        assertThat(spyHeard(ofVictim(Topics.DEATH))).isEmpty();
        assertThat(rowsOf(victim)).containsAll(before);
    }

    /** As fast as the line takes it, until the connection is ended. */
    @Test
    void whoFloodsIsBlockedAndNobodyElseLosesAnything() throws Exception {
        byte[] shout = Intruder.publication(own(Topics.HEALTH), utf8("{}"), false, false);
        byte[] many = new byte[shout.length * 100];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(shout, 0, many, i * shout.length, shout.length);
        }
        Map<UUID, Entry> entries = Stream.generate(TestAgent::key)
                .limit(50)
                .collect(Collectors.toMap(Function.identity(), key -> event(victim, key, "CARD_READ")));

        Intruder at = connect(ownName());
        Thread flood = new Thread(
                () -> {
                    while (at.send(many)) {
                        continue;
                    }
                },
                "flood");
        flood.start();
        for (Entry entry : entries.values()) {
            agent.entry(entry);
        }
        assertThat(at.awaitEnd()).as("the flood's connection is ended").isTrue();
        flood.join();
        // As an agent does: again until it is recorded.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    List<Entry> missing = entries.entrySet().stream()
                            .filter(entry -> service.rows("select 1 from entry where key = ?", entry.getKey())
                                    .isEmpty())
                            .map(Map.Entry::getValue)
                            .toList();
                    for (Entry entry : missing) {
                        agent.entry(entry);
                    }
                    return missing.isEmpty();
                });
        assertThat(service.rows("select 1 from entry where terminal = ? and result <> 'RECORDED'", victim.id()))
                .isEmpty();
        assertThat(agent.isConnected()).isTrue();
        agent.forgetRecorded();
        assertThat(isOnline(victim)).isTrue();
        assertSeen(RefusalKind.MESSAGE_TOO_FAST, intruder.id());
        assertSeen(RefusalKind.BLOCKED, intruder.id());

        try (Intruder again = connect(ownName())) {
            again.publish(own(Topics.BIRTH), "{\"again\":1}");
            victimIsServed();
            assertThat(spy.heard()).noneMatch(heard -> heard.content().contains("again"));
        }
        awaitOnline(intruder);
    }

    /** As an agent does: it comes again until it is heard. */
    private void awaitOnline(TestTerminal terminal) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    try (TestAgent again = TestAgent.connect(terminal, broker(), System.currentTimeMillis())) {
                        again.birth();
                        again.health("full");
                        return isOnline(terminal);
                    }
                });
    }

    @Test
    void anOlderMqttIsNotHeard() throws Exception {
        try (Intruder at = connect(ownName().withProtocol(4))) {
            assertThat(at.awaitEnd()).isTrue();
        }
        try (Intruder at = connect(ownName())) {
            at.publish(own(Topics.HEALTH), "{\"old\":1}");
        }
        victimIsServed();
        assertThat(spy.heard()).noneMatch(heard -> heard.content().contains("old"));
        assertSeen(RefusalKind.OLD_PROTOCOL, intruder.id());
        assertSeen(RefusalKind.BLOCKED, intruder.id());
    }

    @Test
    void whatIsTooLongGoesNowhere() throws Exception {
        byte[] long600 = new byte[600 << 10];
        Arrays.fill(long600, (byte) ' ');

        try (Intruder at = connect(ownName())) {
            at.publish(own(Topics.HEALTH), long600, false);
            assertThat(at.awaitEnd()).isTrue();
        }
        try (Intruder at = connect(ownName())) {
            assertThat(at.send(Intruder.announcement(250 << 20))).isTrue();
            byte[] piece = new byte[64 << 10];
            int sent = 0;
            while (sent < 100 << 20 && at.send(piece)) {
                sent += piece.length;
            }
            assertThat(sent)
                    .as("bytes of a packet of 250 MB that found a taker")
                    .isLessThan(32 << 20);
        }
        victimIsServed();
        assertThat(spyHeard(own(Topics.HEALTH))).isEmpty();
        assertSeen(RefusalKind.PACKET_TOO_LONG, intruder.id());
    }

    @Test
    void anotherProtocolGoesNowhere() throws Exception {
        try (Intruder at = Intruder.open(tls(intruder), broker())) {
            at.send(utf8("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n"));
            assertThat(at.awaitEnd()).isTrue();
        }
        try (Intruder at = Intruder.open(tls(intruder), broker())) {
            at.send(Intruder.publication(ofVictim(Topics.DEATH), utf8("{\"early\":1}"), false, false));
            assertThat(at.awaitEnd()).as("a message before CONNECT").isTrue();
        }
        victimIsServed();
        assertThat(spy.heard()).noneMatch(heard -> heard.content().contains("early"));
        assertSeen(RefusalKind.NOT_MQTT, "身份不明");
    }

    @Test
    void whatCannotBeReadChangesNothing() throws Exception {
        List<Map<String, Object>> before = rowsOf(intruder);
        UUID later = TestAgent.key();

        try (Intruder at = connect(ownName())) {
            at.publish(own(Topics.BIRTH), "{");
            at.publish(own(Topics.HEALTH), "");
            at.publish(own(Topics.ENTRY), "[1,2");
            at.publish(own(Topics.ENTRY), "[".repeat(200_000));
            at.publish(own(Topics.BIRTH), "{\"version\":1}");
            at.publish(
                    own(Topics.DEATH),
                    "{\"version\":9,\"terminal\":\"" + intruder.id() + "\",\"connection\":1,\"clean\":true}");
            at.publish(
                    own(Topics.DEATH),
                    "{\"version\":1,\"terminal\":\"" + victim.id() + "\",\"connection\":9,\"clean\":true}");
            at.publish(own("gossip"), "{}");
            victimIsServed();
            assertThat(rowsOf(intruder)).isEqualTo(before);

            at.publish(
                    own(Topics.ENTRY),
                    Json.write(Map.of("version", 9, "entry", event(intruder, later, "CARD_READ"))),
                    false);
        }
        victimIsServed();
        assertThat(isOnline(victim)).isTrue();
        assertThat(spyHeard(own("gossip")))
                .as("a topic that the contract does not have")
                .isEmpty();
        assertThat(rowsOf(intruder))
                .as("kept for staff, without effect")
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("c", "QUARANTINED"));
        for (RefusalKind kind : List.of(
                RefusalKind.MESSAGE_MALFORMED,
                RefusalKind.MESSAGE_UNKNOWN_VERSION,
                RefusalKind.MESSAGE_FOREIGN,
                RefusalKind.ENTRY_QUARANTINED)) {
            assertThat(admin.refused(kind, intruder.id()))
                    .as("%s on the page", kind)
                    .isPositive();
            assertThat(admin.refusedOnItsPage(kind, intruder.id()))
                    .as("%s on its page", kind)
                    .isPositive();
        }
    }
}
