package org.yici.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.FaultMessages;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.publication.CataloguePublisher;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.sample.SampleCatalogue;

class CatalogueCheckTest {
    @TempDir
    Path temp;

    private Path folder(boolean published) throws Exception {
        Path folder = temp.resolve("catalogue");
        if (published) {
            CataloguePublisher.publish(
                    DemoContent.SOURCES, folder, DemoContent.catalogue().info().publishedAt());
        } else {
            copy(DemoContent.SOURCES, folder);
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void findsNothingInTheDemosContent() throws Exception {
        assertThat(CatalogueCheck.checkSources(folder(false))).isEmpty();
    }

    @Test
    void findsNothingInItOnceItIsPublished() throws Exception {
        assertThat(CatalogueCheck.checkPublished(folder(true))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void tellsThatARuleIsBroken(Rule rule) throws Exception {
        RuleSamples.Sample sample = RuleSamples.of(rule);
        List<Fault> faults = sample.faults(folder(sample.published()));
        assertThat(faults).extracting(Fault::rule).contains(rule);
        // Where a link stands in for a file, the file that it leads to is one too many.
        if (rule != Rule.PLAIN_FILE) {
            assertThat(faults).extracting(Fault::rule).containsOnly(rule);
        }
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            FaultMessages messages = new FaultMessages(language);
            for (Fault fault : faults) {
                assertThat(messages.line(fault))
                        .startsWith(fault.rule().id())
                        .contains(fault.path())
                        .doesNotContain("{")
                        .doesNotContain("null");
            }
        }
    }

    @Test
    void tellsAllFaultsTogether() throws Exception {
        Path folder = folder(false);
        List<Rule> broken =
                List.of(Rule.DEPARTMENT, Rule.SITE, Rule.DEMO_PHONE, Rule.CITATION, Rule.IDLE_TEST, Rule.CREDIT_CODE);
        for (Rule rule : broken) {
            RuleSamples.of(rule).how().in(folder);
        }
        assertThat(CatalogueCheck.checkSources(folder)).extracting(Fault::rule).containsAll(broken);
    }

    @Test
    void tellsFaultsInAStableOrder() throws Exception {
        Path folder = folder(false);
        for (Rule rule : List.of(Rule.SITE, Rule.CITATION, Rule.CREDIT_CODE)) {
            RuleSamples.of(rule).how().in(folder);
        }
        List<Fault> first = CatalogueCheck.checkSources(folder);
        assertThat(CatalogueCheck.checkSources(folder)).isEqualTo(first);
        assertThat(first.get(0).item())
                .as("what belongs to no item comes first")
                .isEmpty();
    }

    @Test
    void hasAChineseAndAnEnglishSentenceForEachRuleAndNoOther() {
        Set<String> ids = new TreeSet<>();
        for (Rule rule : Rule.values()) {
            ids.add(rule.id());
        }
        assertThat(ids).hasSize(Rule.values().length);
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            ResourceBundle bundle = ResourceBundle.getBundle("org.yici.catalogue.fault.messages", language);
            assertThat(new TreeSet<>(bundle.keySet())).as(language.toString()).isEqualTo(ids);
        }
    }

    @Test
    void findsNothingInAnInventedCountyOfAnySeed() {
        List<Fault> faults = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            faults.addAll(CatalogueCheck.check(
                    SampleCatalogue.generate(seed, 120),
                    attachment -> false,
                    SampleCatalogue.generate(seed, 1).info().publishedAt()));
        }
        assertThat(faults).isEmpty();
    }
}
