package org.yici.paper.font;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The two type faces of the house, read from a folder that {@code deploy/fonts} filled.
 *
 * <p>Faces serve one document at a time: whoever lays out, draws or saves a
 * document with them holds this object's monitor meanwhile. Loading also points PDFBox's look-up of fonts that a PDF does not embed
 * to these faces (it would scan the machine's fonts and write a cache file) and turns ImageIO's file cache off, both for the whole
 * process.
 */
public final class PaperFonts {
    /** System property that names the folder. */
    public static final String FOLDER_PROPERTY = "yici.fonts";

    private final PaperFace sans;
    private final PaperFace serif;

    private PaperFonts(PaperFace sans, PaperFace serif) {
        this.sans = sans;
        this.serif = serif;
    }

    /** The faces in the folder that {@value #FOLDER_PROPERTY} names, or else in {@code ~/.cache/yici/fonts}. */
    public static PaperFonts load() {
        String folder = System.getProperty(FOLDER_PROPERTY);
        return load(
                folder != null ? Path.of(folder) : Path.of(System.getProperty("user.home", ""), ".cache/yici/fonts"));
    }

    /** The faces in {@code folder}; refuses with {@link FontsMissingException} if one of the two files is not there. */
    public static PaperFonts load(Path folder) {
        Path sans = folder.resolve("YiciSans-Regular.ttf");
        Path serif = folder.resolve("YiciSerif-Regular.ttf");
        for (Path file : List.of(sans, serif)) {
            if (!Files.isReadable(file)) {
                throw new FontsMissingException(file);
            }
        }
        PaperFonts fonts = new PaperFonts(new PaperFace("Yici Sans SC", sans), new PaperFace("Yici Serif SC", serif));
        ImageIO.setUseCache(false);
        FontMappers.set(new NoSystemFonts(fonts.sans));
        return fonts;
    }

    /** Yici Sans SC (黑体): screens, leaflets, small print. */
    public PaperFace sans() {
        return sans;
    }

    /** Yici Serif SC (宋体): certificates. */
    public PaperFace serif() {
        return serif;
    }
}
