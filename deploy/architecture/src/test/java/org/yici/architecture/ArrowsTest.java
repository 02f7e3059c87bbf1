package org.yici.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of {@code docs/architecture.md}. */
class ArrowsTest {
    private static final String SWING = "javax.swing..";
    private static final JavaClasses OURS = new ClassFileImporter().importPackages("org.yici");

    @Test
    void allModulesAreLookedAt() {
        Set<String> seen = OURS.stream()
                .map(type -> type.getPackageName().split("\\.", -1))
                .filter(parts -> parts.length > 2)
                .map(parts -> parts[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen)
                .contains(
                        "base",
                        "device",
                        "driver",
                        "devices",
                        "bench",
                        "contract",
                        "paper",
                        "catalogue",
                        "admin",
                        "ipc",
                        "kiosk",
                        "service",
                        "view",
                        "session",
                        "agent");
    }

    @Test
    void theAgentCannotKnowACitizen() {
        check(noClasses()
                .that()
                .resideInAPackage("org.yici.agent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.yici.device..",
                        "org.yici.driver..",
                        "org.yici.kiosk..",
                        "org.yici.service..",
                        "org.yici.view..",
                        "org.yici.session..",
                        "org.yici.paper..",
                        "org.yici.contract.sealing..",
                        "org.yici.contract.opening..",
                        "org.bouncycastle..",
                        "java.awt..",
                        SWING));
    }

    @Test
    void onlyTheServiceOpensWhatIsSealed() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.yici.admin..", "org.yici.contract.opening..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.contract.opening.."));
    }

    @Test
    void swingIsForScreensAndSessionAlone() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.yici.view..", "org.yici.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SWING, "com.formdev.."));
    }

    @Test
    void onlyTheSessionNamesDrivers() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.yici.session..", "org.yici.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.driver.."));
    }

    @Test
    void theBenchSharesNothingWithDrivers() {
        check(noClasses()
                .that()
                .resideInAPackage("org.yici.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.yici.driver..",
                        "org.yici.device..",
                        "org.yici.contract..",
                        "com.fazecast..",
                        "com.hp.jipp.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.yici.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.bench.."));
    }

    @Test
    void driversKnowTheDeviceContractAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("org.yici.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.yici.contract..",
                        "org.yici.ipc..",
                        "org.yici.kiosk..",
                        "org.yici.service..",
                        "org.yici.paper..",
                        "org.yici.session.."));
    }

    @Test
    void theCatalogueKnowsNobodyElse() {
        check(classes()
                .that()
                .resideInAPackage("org.yici.catalogue..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.yici.catalogue..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "com.github.houbb.pinyin..",
                        "org.jspecify.."));
    }

    /** A terminal reads what was published: it has neither the rules' check nor a dictionary of pinyin. */
    @Test
    void aTerminalPublishesNoCatalogue() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.yici.catalogue.publication..", "org.yici.admin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.catalogue.publication.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.yici.catalogue.publication..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.houbb.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.yici.catalogue.check..", "org.yici.catalogue.publication..", "org.yici.admin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.catalogue.check.."));
    }

    /** Records know neither files nor rules nor search. */
    @Test
    void theRecordsOfTheCatalogueStandAlone() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.yici.catalogue.text..",
                        "org.yici.catalogue.place..",
                        "org.yici.catalogue.source..",
                        "org.yici.catalogue.situation..",
                        "org.yici.catalogue.guide..",
                        "org.yici.catalogue.item..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.yici.catalogue.fault..",
                        "org.yici.catalogue.file..",
                        "org.yici.catalogue.check..",
                        "org.yici.catalogue.search..",
                        "org.yici.catalogue.publication..",
                        "tools.jackson.."));
    }

    @Test
    void theDeviceContractNeedsNoLibrary() {
        check(classes()
                .that()
                .resideInAnyPackage("org.yici.device..", "org.yici.base..")
                .should()
                .onlyDependOnClassesThat()
                // javax.net.ssl comes with Java itself.
                .resideInAnyPackage(
                        "org.yici.device..", "org.yici.base..", "java..", "javax.net.ssl..", "org.jspecify.."));
    }

    @Test
    void flowsKnowNeitherViewsNorDriversNorThreads() {
        check(noClasses()
                .that()
                .resideInAnyPackage("org.yici.kiosk..", "org.yici.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yici.view..", "org.yici.session..", "org.yici.driver..", "org.yici.ipc.."));
        check(noClasses()
                .that()
                .resideInAnyPackage("org.yici.kiosk..", "org.yici.service..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Thread.class,
                        java.util.concurrent.Executors.class,
                        java.util.concurrent.ExecutorService.class));
    }

    @Test
    void theCoreKnowsNoServiceAndNoServiceKnowsAnother() {
        check(noClasses()
                .that()
                .resideInAPackage("org.yici.kiosk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.service.."));
        check(slices().matching("org.yici.service.(*)..").should().notDependOnEachOther());
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.yici.view", "org.yici.view.kit..", "org.yici.view.menu..", "org.yici.view.idle..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.service.."));
    }

    @Test
    void onlyTheSessionNamesServices() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.yici.session..", "org.yici.service..", "org.yici.view.certificate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yici.service.."));
    }

    @Test
    void theServiceKnowsNoKiosk() {
        check(noClasses()
                .that()
                .resideInAPackage("org.yici.admin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.yici.ipc..",
                        "org.yici.kiosk..",
                        "org.yici.service..",
                        "org.yici.view..",
                        "org.yici.session..",
                        "org.yici.agent..",
                        "org.yici.device.."));
    }

    @Test
    void aSessionLeavesNoTraceInTitleClipboardOrPreferences() {
        check(noClasses()
                .that()
                .resideInAnyPackage("org.yici.session..", "org.yici.view..", "org.yici.kiosk..", "org.yici.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt.datatransfer..", "java.util.prefs.."));
        check(noClasses()
                .that()
                .resideInAnyPackage("org.yici.session..", "org.yici.view..")
                .should()
                .callMethod(java.awt.Frame.class, "setTitle", String.class));
    }

    @Test
    void everyPackageSaysWhatItIsAndWhatMayBeNull() {
        for (JavaPackage each : OURS.getDefaultPackage().getSubpackagesInTree()) {
            boolean hasMainClasses = each.getClasses().stream().anyMatch(type -> !fromTests(type));
            if (each.getName().startsWith("org.yici.") && hasMainClasses) {
                assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue();
            }
        }
    }

    private static boolean fromTests(com.tngtech.archunit.core.domain.JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().contains("test"))
                .orElse(false);
    }

    private static void check(ArchRule rule) {
        rule.check(OURS);
    }
}
