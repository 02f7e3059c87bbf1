package org.yici.paper.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.TerminalId;
import org.yici.paper.Peers;
import org.yici.paper.Samples;
import org.yici.paper.Samples.Party;
import org.yici.paper.certificate.CertificateLayout;
import org.yici.paper.certificate.CopyStrip;
import org.yici.paper.seal.PdfSealer;
import org.yici.paper.seal.SealCheck;
import org.yici.paper.seal.SealVerdict.Reason;
import org.yici.paper.seal.SealVerdict.Refused;

final class PrintCopyTest {
    private static final int TEN_PIXELS_A_MILLIMETRE = 2100;

    private static byte[] sealed;
    private static SealCheck check;

    private final PrintCopy printCopy = new PrintCopy(Samples.FONTS);

    @TempDir
    private Path folder;

    @BeforeAll
    static void sealOnce() throws Exception {
        Party authority = Samples.authority("CN=Test authority");
        Party signer = Samples.signer(authority);
        byte[] plain = new CertificateLayout(Samples.FONTS).layOut(Samples.certificate("林𠮷㛃", "个人购房"));
        sealed =
                new PdfSealer(signer.keys().getPrivate(), List.of(signer.certificate())).seal(plain, Samples.SEALED_AT);
        check = new SealCheck(List.of(authority.certificate()));
    }

    private static CopyMark mark(String terminalName) {
        return new CopyMark(7, terminalName, new TerminalId("demo-0001"), Samples.SEALED_AT);
    }

    @Test
    void keepsTheSealedBytesAndAppendsOnly() throws IOException {
        byte[] copy = printCopy.mark(sealed, mark("启明县政务大厅一号机"));
        assertThat(Arrays.copyOf(copy, sealed.length)).isEqualTo(sealed);
        assertThat(copy.length - sealed.length).isBetween(1000, 40_000);
        assertThat(check.check(copy)).isEqualTo(new Refused(Reason.APPENDED));
    }

    @Test
    void carriesNumberTerminalAndChinasTimeForEveryReader() throws Exception {
        byte[] copy = printCopy.mark(sealed, mark("启明县政务大厅一号机"));
        Path file = Files.write(folder.resolve("copy.pdf"), copy);
        for (String text : List.of(text(copy), Peers.textByPoppler(file))) {
            assertThat(text.replaceAll("\\s", ""))
                    .contains("第7份", "启明县政务大厅一号机（demo-0001）", "2026-11-2217:35:09", "林𠮷㛃");
        }
        assertThat(Peers.run("pdfinfo", file.toString())).contains("Pages:           1");
    }

    @Test
    void changesNothingOutsideTheStripAndStaysWithinIt() throws IOException {
        Preview preview = new Preview(Samples.FONTS);
        BufferedImage before = preview.pages(sealed, TEN_PIXELS_A_MILLIMETRE).get(0);
        CopyMark longest = new CopyMark(999, "很长的名字".repeat(9), new TerminalId("m".repeat(32)), Samples.SEALED_AT);
        BufferedImage after = preview.pages(printCopy.mark(sealed, longest), TEN_PIXELS_A_MILLIMETRE)
                .get(0);
        CopyStrip strip = CopyStrip.A4;
        int changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    changed++;
                    assertThat(x / 10.0).isBetween(strip.leftMm(), strip.leftMm() + strip.widthMm());
                    assertThat(297 - y / 10.0).isBetween(strip.bottomMm(), strip.bottomMm() + strip.heightMm());
                }
            }
        }
        assertThat(changed).isGreaterThan(1000);
    }

    @Test
    void printsAMarkForALetterThatNoFaceHas() throws IOException {
        assertThat(text(printCopy.mark(sealed, mark("厅\uD883\uDEE2机")))).contains("厅〓机");
    }

    @Test
    void numbersCopiesFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopyMark(0, "机", new TerminalId("demo-0001"), Samples.SEALED_AT));
    }

    @Test
    void previewsInTheWidthAskedFor() throws IOException {
        List<BufferedImage> pages = new Preview(Samples.FONTS).pages(sealed, 1080);
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).getWidth()).isBetween(1079, 1080);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
