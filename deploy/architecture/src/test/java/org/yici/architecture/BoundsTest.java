package org.yici.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything that waits has a bound: {@code docs/proof/bounds.md} says which, and what happens at it. */
class BoundsTest {
    private static final Path PAGE = Path.of(System.getProperty("yici.root", "../.."), "docs/proof/bounds.md");
    /** A row begins with the class and method that wait; several may share one. */
    private static final Pattern ROW = Pattern.compile("\\| `[^|]+ \\|.*");

    private static final Pattern PLACE = Pattern.compile("`([A-Za-z0-9.]+#[A-Za-z0-9<>]+)`");

    /** Without the simulated hardware, which no terminal has. */
    private static JavaClasses ours() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(
                        location -> !location.contains("/device-bench/") && !location.contains("/device-bench-"))
                .importPackages("org.yici");
    }

    private static Set<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> ROW.matcher(line).matches())
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> PLACE.matcher(cell).results().map(place -> place.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyWaitHasARow() throws IOException {
        Set<String> waits = Waits.in(ours());
        assertThat(waits).as("waits found").hasSizeGreaterThan(20);
        Set<String> without = new TreeSet<>(waits);
        without.removeAll(rows());
        assertThat(without).as("waits without a row in docs/proof/bounds.md").isEmpty();
    }

    @Test
    void aWaitIsFoundWhereverItStands() {
        assertThat(Waits.in(new ClassFileImporter().importClasses(Waiter.class)))
                .containsExactly("BoundsTest.Waiter#inALambda", "BoundsTest.Waiter#waits");
    }

    private record Waiter(CountDownLatch latch, Thread thread) {
        void waits() throws InterruptedException {
            latch.await();
        }

        Runnable inALambda() {
            return () -> {
                try {
                    thread.join(latch.getCount());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }

        long asksAtOnce() {
            return latch.getCount();
        }
    }
}
