package org.yici.paper.font;

import java.nio.file.Path;

/** A type face is not where it was looked for, or cannot be read as one. */
public final class FontsMissingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String file;

    FontsMissingException(Path file) {
        super(explanation(file, "is not there"));
        this.file = file.toString();
    }

    FontsMissingException(Path file, Exception cause) {
        super(explanation(file, "cannot be read as a TrueType font"), cause);
        this.file = file.toString();
    }

    private static String explanation(Path file, String what) {
        return "the font " + file + " " + what + "; make it with deploy/fonts, or name another folder with -D"
                + PaperFonts.FOLDER_PROPERTY + "=DIR";
    }

    public Path file() {
        return Path.of(file);
    }
}
