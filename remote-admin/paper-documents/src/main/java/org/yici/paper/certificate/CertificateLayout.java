package org.yici.paper.certificate;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yici.paper.font.PaperFace;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.holder.DocumentHolder;
import org.yici.paper.holder.HolderCodec;

/**
 * Lays a certificate out as PDF/A-2b (ISO 19005-2) on A4, ready for a seal: fonts embedded as subsets, «样张» under the text, the
 * {@link CopyStrip} empty, the identifier as the document's subject, the holder where {@link HolderCodec} reads it.
 *
 * <p>Safe for many threads; they take turns on the fonts. Works in memory only and loads nothing from outside.
 */
public final class CertificateLayout {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // The library would log what it finds in documents.
        XRLog.setLoggingEnabled(false);
    }

    private final PaperFonts fonts;
    private final CertificateTemplate template;
    private final SealDrawing seal;
    private final SecureRandom random = new SecureRandom();

    /** With the template that comes with the program. */
    public CertificateLayout(PaperFonts fonts) {
        this(fonts, CertificateTemplate.reference());
    }

    public CertificateLayout(PaperFonts fonts, CertificateTemplate template) {
        this.fonts = fonts;
        this.template = template;
        this.seal = new SealDrawing(template, fonts.serif());
    }

    /**
     * The certificate as a PDF without a seal. Takes about a tenth of a second, the first time two.
     *
     * @throws UnprintableTextException if a character is in no face, for a wrong letter in a name is never printed; or if the template
     *     has no room for a value
     */
    public byte[] layOut(InsuranceCertificate certificate) {
        synchronized (fonts) {
            requirePrintable(certificate);
            try (PDDocument document = new PDDocument()) {
                byte[] pdf = layOut(certificate, document);
                requireWhole(pdf, certificate);
                return pdf;
            } catch (IOException e) {
                throw new UncheckedIOException("laying out a certificate in memory failed", e);
            }
        }
    }

    private byte[] layOut(InsuranceCertificate certificate, PDDocument document) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(template.page(values(certificate)), null)
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .useColorProfile(SRGB)
                .withProducer("Yici")
                .useSVGDrawer(new BatikSVGDrawer())
                .useExternalResourceAccessControl(
                        (address, type) -> address != null && address.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        for (PaperFace face : List.of(fonts.serif(), fonts.sans())) {
            builder.useFont(new PDFontSupplier(face.embedIn(document)), face.family(), 400, FontStyle.NORMAL, true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFKeepOpen();
            PageFurniture.add(document, fonts.sans());
            HolderCodec.write(document, holder(certificate), certificate.issued());
            document.save(pdf);
        }
        return pdf.toByteArray();
    }

    private DocumentHolder holder(InsuranceCertificate certificate) {
        return DocumentHolder.of(
                certificate.holderName().reveal(),
                certificate.holderNumber().reveal(),
                certificate.holderBirth().reveal(),
                random);
    }

    private Map<String, Object> values(InsuranceCertificate certificate) throws IOException {
        return Map.of(
                "title", certificate.title(),
                "identifier", certificate.identifier().toString(),
                "holderName", certificate.holderName().reveal(),
                "holderNumber", certificate.holderNumber().reveal(),
                "rows",
                        certificate.rows().stream()
                                .map(CertificateLayout::values)
                                .toList(),
                "purpose", certificate.purpose(),
                "issuerName", certificate.issuerName(),
                "issued", ChineseDates.day(certificate.issued()),
                "seal", seal.dataUri(certificate.issuerName()));
    }

    private static Map<String, Object> values(InsuranceRow row) {
        return Map.of(
                "kind", row.kind(),
                "status", row.status(),
                "since", ChineseDates.month(row.since()),
                "months", Integer.toString(row.months()));
    }

    private static void requireWhole(byte[] pdf, InsuranceCertificate certificate) throws IOException {
        List<WholeValues.Value> values = new ArrayList<>(List.of(
                new WholeValues.Value("title", certificate.title()),
                new WholeValues.Value("identifier", certificate.identifier().toString()),
                new WholeValues.Value("holder's name", certificate.holderName().reveal()),
                new WholeValues.Value(
                        "holder's number", certificate.holderNumber().reveal()),
                new WholeValues.Value("purpose", certificate.purpose()),
                new WholeValues.Value("issuer", certificate.issuerName())));
        for (InsuranceRow row : certificate.rows()) {
            values.add(new WholeValues.Value("table", row.kind()));
            values.add(new WholeValues.Value("table", row.status()));
        }
        try (PDDocument made = Loader.loadPDF(pdf)) {
            WholeValues.require(made, values);
        }
    }

    private void requirePrintable(InsuranceCertificate certificate) {
        requirePrintable("title", certificate.title());
        requirePrintable("holder's name", certificate.holderName().reveal());
        requirePrintable("holder's number", certificate.holderNumber().reveal());
        requirePrintable("purpose", certificate.purpose());
        requirePrintable("issuer", certificate.issuerName());
        certificate.rows().forEach(row -> requirePrintable("table", row.kind() + row.status()));
    }

    private void requirePrintable(String what, String text) {
        if (!text.codePoints()
                .allMatch(letter -> fonts.serif().has(letter) || fonts.sans().has(letter))) {
            throw UnprintableTextException.inNoFace(what);
        }
    }
}
