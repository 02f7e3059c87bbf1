package org.yici.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.proof.page.ProofPage;

/** Every row of {@code docs/proof/seal.md}: the real check behind the real journey and views, and poppler's {@code pdfsig}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealsTest {
    private static final ProofPage PAGE = new ProofPage("seal.md");

    private List<Workshop.Case> cases = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    void make() throws Exception {
        cases = new Workshop().cases();
    }

    List<Workshop.Case> cases() throws Exception {
        return cases.isEmpty() ? new Workshop().cases() : cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTerminalAndPdfsigOn(Workshop.Case document) throws Exception {
        String terminal = new Counter(document.anchor()).says(document.pdf());
        Pdfsig.Verdict pdfsig = new Pdfsig(folder, document.anchor()).of(document.pdf());
        boolean agrees = terminal.startsWith("shown") == pdfsig.good();
        assertThat(agrees)
                .as("agrees, or it is said why not")
                .isEqualTo(document.why().isEmpty());
        PAGE.assertRow(
                "The documents", document.words(), terminal, pdfsig.words(), agrees ? "yes" : "no: " + document.why());
    }

    @Test
    void thePageHasNoOtherRows() throws Exception {
        PAGE.assertNumberOfRows("The documents", cases().size());
        assertThat(cases().stream().map(Workshop.Case::words).collect(Collectors.toSet()))
                .hasSameSizeAs(cases());
    }
}
