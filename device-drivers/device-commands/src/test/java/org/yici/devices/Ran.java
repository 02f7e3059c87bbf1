package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yici.bench.chip.PcscLibrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command told, as scripts see it; each object is held against the page that describes it. */
record Ran(int exit, List<JsonNode> objects, String words) {
    private static final Path DOCUMENT = Path.of(System.getProperty("yici.root", "../.."), "docs/device-commands.md");

    /** What is said before personal data. */
    static final String WARNING = "Personal data of the card's holder follows. Show it to nobody, and do not keep it.";

    /** What happens beside a command. */
    @FunctionalInterface
    interface Act {
        void happen() throws Exception;
    }

    /** No command finds the machine's own smart-card service. */
    static Ran run(String... arguments) {
        try {
            PcscLibrary.leadToOwn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run(new ByteArrayOutputStream(), arguments);
    }

    /** Lets {@code act} happen once the command has said these words. */
    static Ran runUntil(String words, Act act, String... arguments) throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CompletableFuture<Ran> running = CompletableFuture.supplyAsync(() -> run(err, arguments));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> err.toString(StandardCharsets.UTF_8).contains(words));
        act.happen();
        return running.get(60, TimeUnit.SECONDS);
    }

    private static Ran run(ByteArrayOutputStream err, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Devices.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        List<JsonNode> objects = new ArrayList<>();
        out.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            JsonNode object = JsonMapper.shared().readTree(line);
            assertThat(fields(object))
                    .as(line)
                    .isSubsetOf(documented(object.path("what").asString()));
            objects.add(object);
        });
        return new Ran(exit, objects, err.toString(StandardCharsets.UTF_8));
    }

    private static TreeSet<String> fields(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** The fields that the page names for this kind of object. */
    static List<String> documented(String what) {
        String row = row(what);
        List<String> names = new ArrayList<>(List.of("what"));
        Pattern.compile("`([a-zA-Z]+)`")
                .matcher(row.substring(row.indexOf('|', 2)))
                .results()
                .forEach(match -> names.add(match.group(1)));
        return names;
    }

    /** What the page says of this kind of object. */
    static String row(String what) {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("| `" + what + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the page does not name " + what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It was done, and the last object is the one that a script waits for. */
    void assertDone(String what) {
        assertThat(exit).as(words).isZero();
        assertThat(last().path("what").asString()).isEqualTo(what);
    }

    /** It was not done, and the last object says why. */
    void assertRefused(String reason, String nativeCode) {
        assertThat(exit).as(words).isEqualTo(1);
        assertThat(last().path("what").asString()).isEqualTo("refused");
        assertThat(last().path("reason").asString()).isEqualTo(reason);
        assertThat(last().path("nativeCode").asString()).isEqualTo(nativeCode);
    }

    JsonNode last() {
        return objects.get(objects.size() - 1);
    }

    List<String> kinds() {
        return objects.stream().map(object -> object.path("what").asString()).toList();
    }
}
