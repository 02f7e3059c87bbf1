package org.yici.proof.chip;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.Personal;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.ChipQuirk;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.travel.Ministry;
import org.yici.bench.travel.PassportPage;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.DeviceFault;
import org.yici.device.SocialSecurityCard;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentReader;
import org.yici.proof.page.ProofPage;

/** Each switch of the bench's chip cards with each kind of card, through pcscd: the page's table is what is expected. */
@Execution(ExecutionMode.SAME_THREAD)
class ChipQuirksTest {
    private static final ProofPage PAGE = new ProofPage("odd-chip-cards.md");
    private static final String HEADING = "What the driver says";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final People PEOPLE = People.builtIn();
    private static final Person HOLDER = PEOPLE.find("lin-zhixia").orElseThrow();
    private static final Person TRAVELLER = PEOPLE.find("du-zhen").orElseThrow();

    @TempDir
    Path folder;

    private final Ministry ministry = new Ministry("UT", "SHA256withECDSA");

    @ParameterizedTest
    @EnumSource(ChipQuirk.class)
    void saysWhatItMeetsAndReadsTheNextCard(ChipQuirk quirk) throws Exception {
        ministry.publish(folder);
        Map<String, String> settings =
                Map.of("countries", folder.toString(), "deadline-s", quirk == ChipQuirk.SLOW ? "15" : "3");
        try (ChipFarEnd farEnd = ChipSlot.open();
                ChipCardReader driver = ChipSlot.driver(settings)) {
            List<String> told = new CopyOnWriteArrayList<>();
            driver.onEvent(event -> told.add(words(event)));
            farEnd.set(quirk, true);
            farEnd.insert(ChipCard.socialSecurity(HOLDER));
            String card = told(told, driver);
            taken(farEnd, told);
            farEnd.insert(ministry.passport(TRAVELLER));
            String passport = told(told, driver);
            if (passport.equals("found")) {
                passport = read(driver);
            }
            taken(farEnd, told);
            farEnd.set(quirk, false);
            farEnd.insert(ChipCard.socialSecurity(HOLDER));
            await("the next card").atMost(PATIENCE).until(() -> told.equals(List.of("read")));
            await("in order").atMost(PATIENCE).until(() -> faults(driver).isEmpty());
            PAGE.assertRow(HEADING, "`" + quirk.switchName() + "`", card, passport);
        }
    }

    @Test
    void noSwitchIsMissingOnThePage() {
        PAGE.assertNumberOfRows(HEADING, ChipQuirk.values().length);
    }

    /** The first word of the driver's, or its fault. */
    private static String told(List<String> told, ChipCardReader driver) {
        await("a word of the driver's")
                .atMost(PATIENCE)
                .until(() -> !told.isEmpty() || !faults(driver).isEmpty());
        return told.isEmpty() ? faults(driver) : told.get(0);
    }

    private static void taken(ChipFarEnd farEnd, List<String> told) throws IOException {
        boolean heard = !told.isEmpty();
        farEnd.take();
        if (heard) {
            await("that it is gone").atMost(PATIENCE).until(() -> told.contains("gone"));
        }
        await("an empty slot").atMost(PATIENCE).until(() -> !farEnd.isCardSeen());
        told.clear();
    }

    private static String words(ChipEvent event) {
        if (event instanceof ChipEvent.CardRead read) {
            SocialSecurityCard card = read.card().reveal();
            boolean his = card.holder()
                    .filter(holder -> holder.number().equals(HOLDER.number()))
                    .isPresent();
            String what = his ? "read" : card.holder().isEmpty() ? "read, without its holder" : "somebody else";
            LocalDate day = LocalDate.of(2026, 11, 1);
            String invalid = day.isBefore(card.issued()) ? ", not valid yet" : ", not valid any more";
            return card.validOn(day) ? what : what + invalid;
        }
        if (event instanceof ChipEvent.CardRefused refused) {
            return refusal(refused.reason().name(), refused.nativeCode());
        }
        return event instanceof ChipEvent.TravelDocumentFound ? "found" : "gone";
    }

    private static String read(ChipCardReader driver) throws Exception {
        PassportPage page = PassportPage.of(TRAVELLER);
        TravelDocumentKey key = new TravelDocumentKey(page.number(), date(page.birth()), date(page.expires()));
        TravelDocumentOutcome outcome =
                ((TravelDocumentReader) driver).read(Personal.of(key)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return outcome instanceof TravelDocumentOutcome.Refused refused
                ? refusal(refused.reason().name(), refused.nativeCode())
                : "read";
    }

    /** Without a code of the system's or of a library: which one it is when a card goes depends on the moment. */
    private static String refusal(String reason, String code) {
        boolean ofTheCard = !code.isEmpty() && !code.matches("[0-9A-F]{8}|\\w+Exception");
        return reason.toLowerCase(Locale.ROOT).replace('_', ' ') + (ofTheCard ? " `" + code + "`" : "");
    }

    private static LocalDate date(String digits) {
        return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String faults(ChipCardReader driver) {
        return driver.status().faults().stream()
                .map(DeviceFault::name)
                .map(name -> "`" + name + "`")
                .findFirst()
                .orElse("");
    }
}
