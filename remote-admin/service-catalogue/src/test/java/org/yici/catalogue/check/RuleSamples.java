package org.yici.catalogue.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.file.CatalogueCodec;
import org.yici.catalogue.file.FileEntry;
import org.yici.catalogue.file.Manifest;
import org.yici.catalogue.sample.DemoContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For each rule, how to break it: a change of the demo's content, as sources or as a published folder. */
final class RuleSamples {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BIRTH = "items/birth-registration.json";

    private final Map<Rule, Sample> samples = new EnumMap<>(Rule.class);

    /** @param published whether the folder to break is the published one */
    record Sample(boolean published, Break how) {
        List<Fault> faults(Path folder) throws Exception {
            how.in(folder);
            return published ? CatalogueCheck.checkPublished(folder) : CatalogueCheck.checkSources(folder);
        }
    }

    interface Break {
        void in(Path folder) throws Exception;
    }

    interface Edit {
        void of(ObjectNode file);
    }

    private RuleSamples() {
        published(Rule.MANIFEST, folder -> Files.delete(folder.resolve("manifest.json")));
        published(Rule.FORMAT, folder -> replace(folder, "manifest.json", "\"format\":1", "\"format\":2"));
        published(Rule.FILE_MISSING, folder -> Files.delete(folder.resolve(BIRTH)));
        published(
                Rule.FILE_SIZE,
                folder -> Files.writeString(folder.resolve(BIRTH), Files.readString(folder.resolve(BIRTH)) + " "));
        published(Rule.FILE_HASH, folder -> replace(folder, BIRTH, "一个月", "二个月"));
        published(Rule.FILE_UNLISTED, folder -> Files.copy(folder.resolve(BIRTH), folder.resolve("items/other.json")));
        published(Rule.PATH, folder -> Files.writeString(folder.resolve("README.txt"), "?"));
        published(Rule.PLAIN_FILE, folder -> {
            Files.move(folder.resolve(BIRTH), folder.resolveSibling("moved.json"));
            Files.createSymbolicLink(folder.resolve(BIRTH), folder.resolveSibling("moved.json"));
        });
        sources(Rule.TOO_LARGE, folder -> Files.write(folder.resolve(BIRTH), new byte[300 << 10]));
        item(Rule.STRUCTURE, item -> item.put("version", 0));
        published(Rule.DUPLICATE, folder -> {
            Manifest manifest = CatalogueCodec.decode(
                    Files.readAllBytes(folder.resolve("manifest.json")), Manifest.class, "manifest.json");
            List<FileEntry> twice = new ArrayList<>(manifest.files());
            twice.add(manifest.files().get(0));
            Files.write(folder.resolve("manifest.json"), CatalogueCodec.encode(new Manifest(manifest.info(), twice)));
        });
        sources(Rule.FILE_NAME, folder -> Files.move(folder.resolve(BIRTH), folder.resolve("items/other.json")));
        item(Rule.UNKNOWN_FIELD, item -> item.put("colour", "red"));

        item(Rule.CODE, item -> at(item, "codes").put("catalogCode", "12"));
        item(Rule.DEPARTMENT, item -> item.put("department", "nobody"));
        item(Rule.CLASS, item -> ((ArrayNode) item.get("classes")).add("nothing"));
        item(Rule.SITE, item -> ((ArrayNode) first(item, "offers").get("sites")).add("nowhere"));
        item(Rule.BUNDLE, item -> {
            item.put("kind", "BUNDLE");
            ObjectNode bundle = item.putObject("bundle").put("variant", "v");
            bundle.putArray("items").add("legal-aid").add("nothing");
        });
        item(
                Rule.DUPLICATE_CODE,
                item -> item.set("codes", demo("items/residence-permit.json").get("codes")));
        item(Rule.ATTACHMENT, item -> {
            ObjectNode citations = at(at(item, "guide"), "citations");
            citations.set("RESULT_SAMPLE", citations.get("FLOW"));
            first(at(item, "guide"), "results")
                    .putObject("sample")
                    .put("sha256", "0".repeat(64))
                    .put("type", "png")
                    .put("size", 1);
        });
        file(Rule.CREDIT_CODE, "departments.json", file -> first(file, "departments")
                .put("creditCode", "110001010000000010"));
        item(Rule.REGION, item -> first(item, "offers").put("region", "000102"));

        item(Rule.MARKUP, item -> at(item, "guide").putObject("summary").put("zh", "<html><img src=x>"));
        item(Rule.DUPLICATE_NAME, item -> item.putObject("name").put("zh", "居住证申领"));
        item(Rule.DEMO_PHONE, item -> ((ArrayNode) first(item, "offers").get("enquiryPhones")).add("0731-12345678"));
        file(Rule.DEMO_MARK, "sites.json", file -> ((ObjectNode)
                        first(file, "sites").get("name"))
                .put("zh", "长沙市政务服务中心"));
        sources(
                Rule.VERIFIED,
                folder -> edit(folder, BIRTH, item -> at(item, "verification").put("level", "COUNTY")));
        item(Rule.DATES, item -> at(item, "verification").put("changedAt", "2099-01-01T00:00:00Z"));
        item(Rule.CITATION, item -> at(at(item, "guide"), "citations").remove("FLOW"));
        item(Rule.SOURCE, item -> ((ObjectNode) first(at(at(item, "guide"), "citations"), "FLOW"))
                .put("source", "hearsay"));
        item(Rule.PINYIN, item -> item.put("pinyin", "chu sheng"));
        file(Rule.TRUST, "catalogue.json", file -> at(file, "info").put("trust", "AUTHORITY"));

        item(Rule.QUESTIONS, item -> {
            ArrayNode questions = questions(item);
            while (questions.size() < 6) {
                questions.add(((ObjectNode) questions.get(0).deepCopy()).put("id", "q" + questions.size()));
            }
        });
        item(Rule.ANSWERS, item -> {
            ArrayNode answers = (ArrayNode) questions(item).get(2).get("answers");
            answers.remove(0);
        });
        item(Rule.UNKNOWN_ANSWER, item -> {
            ArrayNode answers = (ArrayNode) questions(item).get(0).get("answers");
            answers.remove(answers.size() - 1);
        });
        item(Rule.TEST, item -> when(item, 2, "[[{'question':'parents','in':['divorced']}]]"));
        item(
                Rule.IDLE_TEST,
                item -> when(
                        item,
                        2,
                        "[[{'question':'parents','in':['married']},{'question':'follow','in':['father','mother']}]]"));
        item(
                Rule.DEAD_CLAUSE,
                item -> when(
                        item,
                        2,
                        "[[{'question':'parents','in':['married']}],[{'question':'parents','in':['married']},{'question':'follow','in':['father']}]]"));
        item(Rule.IDLE_CONDITION, item -> when(item, 2, "[[{'question':'parents','in':['married','unmarried']}]]"));
        item(Rule.IDLE_QUESTION, item -> questions(item)
                .add(((ObjectNode) questions(item).get(1).deepCopy()).put("id", "weather")));
        item(Rule.DEAD_OUTCOME, item -> ((ArrayNode)
                        at(at(item, "guide"), "situation").get("outcomes"))
                .add(JSON.readTree("{\"id\":\"late\",\"kind\":\"PROCEED\",\"text\":{\"zh\":\"永远到不了\"}}")));
    }

    static Sample of(Rule rule) {
        return Optional.ofNullable(new RuleSamples().samples.get(rule))
                .orElseThrow(() -> new AssertionError("no sample breaks " + rule));
    }

    private void published(Rule rule, Break how) {
        samples.put(rule, new Sample(true, how));
    }

    private void sources(Rule rule, Break how) {
        samples.put(rule, new Sample(false, how));
    }

    private void file(Rule rule, String path, Edit edit) {
        sources(rule, folder -> edit(folder, path, edit));
    }

    private void item(Rule rule, Edit edit) {
        file(rule, BIRTH, edit);
    }

    private static void edit(Path folder, String path, Edit edit) throws IOException {
        ObjectNode file = (ObjectNode) JSON.readTree(Files.readString(folder.resolve(path)));
        edit.of(file);
        Files.write(folder.resolve(path), file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path folder, String path, String what, String with) throws IOException {
        String text = Files.readString(folder.resolve(path));
        if (!text.contains(what)) {
            throw new IllegalStateException(path + " does not hold " + what);
        }
        Files.writeString(folder.resolve(path), text.replace(what, with));
    }

    private static JsonNode demo(String path) {
        try {
            return JSON.readTree(Files.readString(DemoContent.SOURCES.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode at(ObjectNode object, String field) {
        return (ObjectNode) object.get(field);
    }

    private static ObjectNode first(ObjectNode object, String field) {
        return (ObjectNode) object.get(field).get(0);
    }

    private static ArrayNode questions(ObjectNode item) {
        return (ArrayNode) at(at(item, "guide"), "situation").get("questions");
    }

    private static void when(ObjectNode item, int material, String condition) {
        ((ObjectNode) at(item, "guide").get("materials").get(material))
                .set("when", JSON.readTree(condition.replace('\'', '"')));
    }
}
