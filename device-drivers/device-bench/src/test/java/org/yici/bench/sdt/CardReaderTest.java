package org.yici.bench.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.bench.people.Document;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;

class CardReaderTest {
    private static final String FIND = "find: card";
    private static final String NO_CARD = "find: none, or one already read still lying";
    private static final String SELECT = "select: ok";
    private static final String READ = "read base, citizen";

    private final CardReader reader = new CardReader();
    private final FrameScanner scanner = new FrameScanner();

    static Stream<Golden.Exchange> goldenExchanges() {
        return Golden.exchanges().stream();
    }

    @ParameterizedTest
    @MethodSource("goldenExchanges")
    void answersAsTheGoldenFileInEveryChunkSize(Golden.Exchange exchange) {
        byte[] request = exchange.title().equals("host checksum wrong")
                ? HexFormat.of().parseHex("aaaaaa9669000320012f")
                : exchange.request();
        for (int size = 1; size <= request.length; size++) {
            prepareFor(exchange);
            assertThat(send(request, size)).as("in chunks of " + size).isEqualTo(exchange.answer());
        }
    }

    @Test
    void tellsWhenACardWasFoundFirst() {
        Instant start = Instant.parse("2026-11-22T10:00:00Z");
        Iterator<Instant> moments = List.of(start, start.plusSeconds(1)).iterator();
        CardReader timed = new CardReader(new Clock() {
            @Override
            public Instant instant() {
                return moments.next();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        Scanned find = new Scanned.Command(0x20, 0x01, 0);
        timed.answer(find);
        assertThat(timed.foundAt()).isEmpty();
        timed.lay(person("lin-zhixia"));
        timed.answer(find);
        timed.answer(find);
        assertThat(timed.foundAt()).contains(start);
        timed.take();
        timed.lay(person("ji-da"));
        assertThat(timed.foundAt()).isEmpty();
    }

    @Test
    void countsHowOftenACardThatWasReadIsOverlooked() {
        reader.lay(person("lin-zhixia"));
        for (int command : List.of(0x2001, 0x2002, 0x3001, 0x2001, 0x2001)) {
            reader.answer(new Scanned.Command(command >> 8, command & 0xFF, 0));
        }
        assertThat(reader.overlooked()).isEqualTo(2);
        reader.take();
        reader.lay(person("ji-da"));
        assertThat(reader.overlooked()).isZero();
    }

    /** Brings the reader into the state in which it gives this answer. */
    private void prepareFor(Golden.Exchange exchange) {
        String title = exchange.title();
        reader.take();
        reader.set(ReaderQuirk.SAM_FAILED, title.equals("SAM self-test failed"));
        boolean reads = title.startsWith("read ") || title.startsWith("newest");
        if (reads || title.equals(FIND) || title.equals(SELECT)) {
            reader.lay(cardOf(title));
        }
        if (reads || title.equals(SELECT)) {
            ask(FIND);
        }
        if (reads) {
            ask(SELECT);
        }
    }

    private static Person cardOf(String title) {
        if (title.contains("fingerprint length")) {
            Person citizen = person("lin-zhixia");
            int bytes = Integer.parseInt(title.replaceAll(".*length (\\d+),.*", "$1"));
            return citizen.with(((Document.Citizen) citizen.document()).with(bytes / 512));
        }
        return switch (title) {
            case "read base, citizen-long-term-rare", "newest address: none" -> person("ji-da");
            case "read base, residence-permit-J" -> person("ouyang-letian");
            case "read base, foreigner-I" -> person("du-zhen");
            case "read base, foreigner-Y" -> person("du-yuehan");
            default -> person("lin-zhixia");
        };
    }

    @Test
    void takesEveryRateOfTheTable() {
        for (int rate = 0; rate <= 4; rate++) {
            assertThat(reader.answer(new Scanned.Command(0x60, rate, 0))).isEqualTo(answer("reset SAM"));
        }
        assertThat(reader.answer(new Scanned.Command(0x60, 5, 0))).isEqualTo(Answer.of(Answer.WRONG_COMMAND));
    }

    @ParameterizedTest
    @CsvSource({
        "SAM_FAILED, 2001, 80",
        "SAM_NOT_AUTHORISED, 11ff, 66",
        "TWO_CARDS, 2002, 81",
        "CARD_PULLED, 3001, 41",
        "READ_FAILS, 3001, 41",
        "CARD_NOT_GENUINE, 3001, 32"
    })
    void answersSoWhileSomethingIsWrong(ReaderQuirk quirk, String command, String status) {
        reader.set(quirk, true);
        reader.lay(person("lin-zhixia"));
        byte[] last = {};
        for (String step : List.of("11ff", "2001", "2002", "3001")) {
            int code = Integer.parseInt(step, 16);
            byte[] answer = reader.answer(new Scanned.Command(code >> 8, code & 0xFF, 0));
            last = step.equals(command) ? answer : last;
        }
        assertThat(last).isEqualTo(Answer.of(Integer.parseInt(status, 16)));
        reader.set(quirk, false);
        reader.take();
        reader.lay(person("lin-zhixia"));
        readCard();
    }

    /** What is wrong with a card is the one thing that is wrong with it. */
    @ParameterizedTest
    @CsvSource({"jia-haoma, 122, 36", "jia-shengri, 36, 16", "jia-zi, 0, 30", "jia-banshi, 248, 2"})
    void aFlawIsWhereItShouldBe(String id, int from, int length) {
        Person person = person(id);
        Document.Citizen card = (Document.Citizen) person.document();
        Person sound = person.with(new Document.Citizen(
                card.nation(),
                card.address(),
                card.authority(),
                card.validFrom(),
                card.validTo(),
                Optional.empty(),
                0,
                Optional.empty()));
        byte[] flawed = CardContent.of(person).base();
        byte[] right = CardContent.of(sound).base();
        for (int i = 0; i < right.length; i++) {
            if (i < 4 + from || i >= 4 + from + length) {
                assertThat(flawed[i]).as("byte %d", i).isEqualTo(right[i]);
            }
        }
        assertThat(flawed).isNotEqualTo(right);
    }

    @Test
    void findsAReadCardAgainOnlyAfterItWasLiftedAndLaid() {
        reader.lay(person("lin-zhixia"));
        readCard();
        assertThat(reader.hasBeenRead()).isTrue();
        assertThat(ask(FIND)).isEqualTo(answer(NO_CARD));
        reader.take();
        assertThat(ask(FIND)).isEqualTo(answer(NO_CARD));
        reader.lay(person("lin-zhixia"));
        assertThat(ask(FIND)).isEqualTo(answer(FIND));
    }

    @Test
    void findsAReadCardAgainAfterAReset() {
        reader.lay(person("lin-zhixia"));
        readCard();
        assertThat(ask("reset SAM")).isEqualTo(answer("reset SAM"));
        assertThat(ask(FIND)).isEqualTo(answer(FIND));
    }

    @Test
    void findsAReadCardAgainAfterALossOfPower() {
        reader.lay(person("lin-zhixia"));
        readCard();
        reader.powerOn();
        assertThat(ask(FIND)).isEqualTo(answer(FIND));
    }

    @Test
    void refusesSelectWithoutFindAndReadWithoutSelect() {
        reader.lay(person("lin-zhixia"));
        assertThat(ask(SELECT)).isEqualTo(answer("select: failed"));
        assertThat(ask(READ)).isEqualTo(answer("read: failed"));
        ask(FIND);
        assertThat(ask(READ)).isEqualTo(answer("read: failed"));
    }

    @Test
    void failsTheReadOfACardThatWasLiftedAfterSelect() {
        reader.lay(person("lin-zhixia"));
        ask(FIND);
        ask(SELECT);
        reader.take();
        assertThat(ask(READ)).isEqualTo(answer("read: failed"));
    }

    @Test
    void holdsOneCardAtATime() {
        assertThat(reader.lay(person("lin-zhixia"))).isTrue();
        assertThat(reader.lay(person("ji-da"))).isFalse();
        assertThat(reader.card()).map(Person::id).contains("lin-zhixia");
        assertThat(reader.take()).isTrue();
        assertThat(reader.take()).isFalse();
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        assertThat(send("aaaaaa966900035001 52")).isEqualTo(Answer.of(Answer.WRONG_COMMAND));
        assertThat(send("aaaaaa96690003200123")).isEqualTo(Answer.of(Answer.WRONG_CHECKSUM));
        assertThat(send("aaaaaa9669000420010025")).isEqualTo(Answer.of(Answer.WRONG_LENGTH));
        assertThat(send("aaaaaa96690002")).isEqualTo(Answer.of(Answer.WRONG_LENGTH));
        assertThat(send("aaaaaa9669ffff")).isEqualTo(Answer.of(Answer.WRONG_LENGTH));
    }

    @Test
    void findsAFrameAfterGarbageAndAfterTooLongAPreamble() {
        assertThat(send("00ff69aa96aaaa 96 00 aaaaaaaaaa9669000311ffed")).isEqualTo(answer("SAM status"));
        assertThat(send("aaaaaa96aaaaaa9669000311ffed")).isEqualTo(answer("SAM status"));
    }

    @Test
    void answersTwoFramesInOneChunkTwice() {
        byte[] both = send("aaaaaa9669000311ffed aaaaaa9669000311ffed");
        assertThat(both).hasSize(2 * answer("SAM status").length);
    }

    @Test
    void survivesAnyBytesAndStillAnswers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = HexFormat.of().parseHex("aaaaaa9669000311ffed");
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            send(damaged, 1 + random.nextInt(damaged.length));
            scanner.reset();
            assertThat(ask("SAM status")).as("seed %d, round %d", seed, round).isEqualTo(answer("SAM status"));
        }
    }

    private void readCard() {
        ask(FIND);
        ask(SELECT);
        assertThat(ask(READ)).isEqualTo(answer(READ));
    }

    private byte[] ask(String title) {
        return send(Golden.exchange(title).request(), 64);
    }

    private static byte[] answer(String title) {
        return Golden.exchange(title).answer();
    }

    private byte[] send(String hex) {
        scanner.reset();
        return send(HexFormat.of().parseHex(hex.replace(" ", "")), 64);
    }

    private byte[] send(byte[] bytes, int chunk) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += chunk) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + chunk, bytes.length));
            scanner.accept(part).forEach(scanned -> answers.writeBytes(reader.answer(scanned)));
        }
        return answers.toByteArray();
    }

    private static Person person(String id) {
        return People.builtIn().find(id).orElseThrow();
    }
}
