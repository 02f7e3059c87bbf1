package org.yici.paper.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.paper.Peers;
import org.yici.paper.Samples;

/** A value stands whole in its cell and on the sheet, or nothing is laid out. */
final class LongNamesTest {
    private final CertificateLayout layout = new CertificateLayout(Samples.FONTS);

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Stream.of(2, 20, 60, 100)
                .flatMap(length -> Stream.of(
                        "W".repeat(length),
                        "长".repeat(length),
                        "𠮷".repeat(length),
                        "O'".repeat(length / 2),
                        "乙·".repeat(length / 2)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyLetterOfANameIsInItsCell(String name) throws Exception {
        byte[] pdf = layout.layOut(Samples.certificate(name, "个人购房"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            WholeValues.require(document, List.of(new WholeValues.Value("holder's name", name)));
        }
        Path file = Files.write(folder.resolve("page.pdf"), pdf);
        assertThat(Peers.textByPoppler(file).replaceAll("\\s", "")).contains(name, Samples.NUMBER);
    }

    @Test
    void aTemplateWhoseCellIsTooNarrowIsNotLaidOut() throws IOException {
        var own = new CertificateLayout(Samples.FONTS, edited("word-wrap: break-word;", ""));
        own.layOut(Samples.certificate());
        assertThatThrownBy(() -> own.layOut(Samples.certificate("W".repeat(60), "个人购房")))
                .isInstanceOf(UnprintableTextException.class)
                .hasMessageContaining("holder's name")
                .hasMessageNotContaining("WW");
    }

    @Test
    void aTemplateThatHidesAValueIsNotLaidOut() throws IOException {
        var own = new CertificateLayout(Samples.FONTS, edited("<td>{{holderNumber}}</td>", "<td></td>"));
        assertThatThrownBy(() -> own.layOut(Samples.certificate()))
                .isInstanceOf(UnprintableTextException.class)
                .hasMessageContaining("holder's number");
    }

    private CertificateTemplate edited(String from, String to) throws IOException {
        for (String name : List.of(CertificateTemplate.PAGE, CertificateTemplate.SEAL)) {
            try (var in = CertificateTemplate.class.getResourceAsStream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        Path page = folder.resolve(CertificateTemplate.PAGE);
        String text = Files.readString(page);
        assertThat(text).contains(from);
        Files.writeString(page, text.replace(from, to));
        return CertificateTemplate.from(folder);
    }
}
