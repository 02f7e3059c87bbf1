package org.yici.check.residue;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.yici.paper.copy.Preview;
import org.yici.paper.font.PaperFonts;

/**
 * Draws the first page of a PDF as a session draws it for its preview. The PDF comes over standard input; to standard output go width and
 * height as big-endian integers and the pixels in rows, blue, green, red and zero. Nothing is written to a file.
 */
public final class PagePixels {
    private PagePixels() {}

    public static void main(String[] arguments) throws IOException {
        int width = Integer.parseInt(arguments[0]);
        BufferedImage page = new Preview(PaperFonts.load())
                .pages(System.in.readAllBytes(), width)
                .get(0);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int pixel : pixels) {
            bytes.putInt(pixel & 0xFFFFFF);
        }
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out))) {
            out.writeInt(page.getWidth());
            out.writeInt(page.getHeight());
            out.write(bytes.array());
        }
    }
}
