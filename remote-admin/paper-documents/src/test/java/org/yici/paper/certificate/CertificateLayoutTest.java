package org.yici.paper.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.paper.Peers;
import org.yici.paper.Samples;
import org.yici.paper.copy.Preview;

final class CertificateLayoutTest {
    private final CertificateLayout layout = new CertificateLayout(Samples.FONTS);

    @TempDir
    private Path folder;

    @Test
    void isPdfA2bByVeraPdf() throws Exception {
        Peers.assertIsPdfA2b(layout.layOut(Samples.certificate()));
    }

    /** A letter that is drawn right may still be extracted as a look-alike, such as the radical ⼈ for 人. */
    @ParameterizedTest
    @ValueSource(strings = {"林知夏", "林𠮷㛃", "欧阳若兰", "古丽·买买提", "人一二八力十口土女子山龘𬭚", "JOHN DOE"})
    void everyNameIsExtractedAsItWasGiven(String name) throws Exception {
        byte[] pdf = layout.layOut(Samples.certificate(name, "个人购房"));
        assertThat(text(pdf)).contains(name, "个人购房", "企业职工基本养老保险", "2012年7月", Samples.ISSUER);
        Path file = Files.write(folder.resolve("page.pdf"), pdf);
        assertThat(Peers.textByPoppler(file)).contains(name, Samples.NUMBER, "2026年11月22日");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><h1>",
                "{{issuerName}}{{{seal}}}",
                "&amp;&#60;]]>--\"'`=",
                "<img src='file:///etc/passwd'/>",
                "%s${x}\\u0041"
            })
    void printsHostileTextAsItStands(String name) throws IOException {
        String text = text(layout.layOut(Samples.certificate(name, "个人购房")));
        assertThat(text.replaceAll("\\s", "")).contains(name.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"林\n夏", "林\u0000夏", "林\u202E夏", "林\uD800", " ", "林\uE000"})
    void refusesTextThatCannotBeSeen(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.certificate(name, "个人购房"))
                .withMessageNotContaining("林");
    }

    @Test
    void printsNoNameRatherThanAWrongOne() {
        assertThatThrownBy(() -> layout.layOut(Samples.certificate("林\uD883\uDEE2", "个人购房")))
                .isInstanceOf(UnprintableTextException.class)
                .hasMessageNotContaining("林");
    }

    @Test
    void fitsOnePageThatCarriesTheWatermarkAndTheIdentifier() throws IOException {
        byte[] pdf = layout.layOut(Samples.certificate());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getSubject())
                    .isEqualTo(Samples.identifier().toString());
        }
        assertThat(text(pdf)).contains("样", "张", Samples.identifier().toString());
    }

    @Test
    void aSecondPageCarriesIdentifierAndWatermarkToo() throws IOException {
        InsuranceCertificate usual = Samples.certificate();
        List<InsuranceRow> rows = Collections.nCopies(
                8, new InsuranceRow("机关事业单位工作人员基本养老保险（含职业年金）", "暂停参保", YearMonth.of(2001, 11), 300));
        byte[] pdf = layout.layOut(new InsuranceCertificate(
                usual.title(),
                usual.identifier(),
                usual.holderName(),
                usual.holderNumber(),
                usual.holderBirth(),
                rows,
                usual.purpose(),
                usual.issuerName(),
                usual.issued()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(document))
                    .contains("特此证明。", "样", "张", Samples.identifier().toString());
        }
    }

    @Test
    void leavesTheStripEmpty() throws IOException {
        int width = 2100; // ten pixels a millimetre
        BufferedImage page = new Preview(Samples.FONTS)
                .pages(layout.layOut(Samples.certificate()), width)
                .get(0);
        CopyStrip strip = CopyStrip.A4;
        int top = (int) (2970 - (strip.bottomMm() + strip.heightMm()) * 10);
        int left = (int) (strip.leftMm() * 10);
        for (int y = top + 3; y < top + strip.heightMm() * 10 - 3; y++) {
            for (int x = left + 3; x < left + strip.widthMm() * 10 - 3; x++) {
                assertThat(page.getRGB(x, y)).isEqualTo(0xFFFFFFFF);
            }
        }
    }

    @Test
    void aCountyEditsWordsAndLookInItsOwnFolder() throws IOException {
        copyReference();
        Path page = folder.resolve(CertificateTemplate.PAGE);
        Files.writeString(page, Files.readString(page).replace("特此证明。", "以上情况属实。"));
        var own = new CertificateLayout(Samples.FONTS, CertificateTemplate.from(folder));
        assertThat(text(own.layOut(Samples.certificate()))).contains("以上情况属实。", "样", "张");
    }

    @Test
    void aTemplateCannotAskForUnescapedValues() throws IOException {
        copyReference();
        Path page = folder.resolve(CertificateTemplate.PAGE);
        Files.writeString(page, Files.readString(page).replace("{{holderName}}", "{{{holderName}}}"));
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateTemplate.from(folder));
    }

    @Test
    void aTemplateCannotLoadAnythingFromOutside() throws IOException {
        copyReference();
        Path page = folder.resolve(CertificateTemplate.PAGE);
        Path secret = Files.writeString(
                folder.resolve("secret.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='600'><rect width='600' height='600' fill='#00ff00'/></svg>");
        Files.writeString(
                page, Files.readString(page).replace("<h1>", "<img src=\"" + secret.toUri() + "\" alt=\"\"/><h1>"));
        var own = new CertificateLayout(Samples.FONTS, CertificateTemplate.from(folder));
        BufferedImage drawn = new Preview(Samples.FONTS)
                .pages(own.layOut(Samples.certificate()), 300)
                .get(0);
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                assertThat(drawn.getRGB(x, y)).isNotEqualTo(0xFF00FF00);
            }
        }
    }

    @Test
    void tellsNothingAboutItsHolder() {
        assertThat(Samples.certificate().toString()).doesNotContain("林", "0001", "购房");
    }

    private void copyReference() throws IOException {
        for (String name : new String[] {CertificateTemplate.PAGE, CertificateTemplate.SEAL}) {
            try (var in = CertificateTemplate.class.getResourceAsStream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
