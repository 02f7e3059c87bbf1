package org.yici.driver.ipp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.yici.device.DeviceId;

/** One page of A4 that says what it is, in a type face that every printer has (ISO 32000-1, 9.6.2.2). */
final class TestPage {
    private static final String PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F 5 0 R >> >> >>";

    private TestPage() {}

    static byte[] pdf(DeviceId device, Instant now) {
        String words = "BT /F 28 Tf 72 740 Td (Yici self-test) Tj ET\n"
                + "BT /F 14 Tf 72 700 Td (" + device + ") Tj ET\n"
                + "BT /F 14 Tf 72 676 Td (" + now.truncatedTo(ChronoUnit.SECONDS) + ") Tj ET\n"
                + "2 w 36 36 523 770 re S\n";
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                PAGE,
                "<< /Length " + words.length() + " >>\nstream\n" + words + "endstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(out.size());
            write(out, places.size() + " 0 obj\n" + object + "\nendobj\n");
        }
        int table = out.size();
        write(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write(out, "%010d 00000 n \n".formatted(place)));
        write(out, "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
