package org.yici.bench.printer;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that the printer understands, by their MIME types. */
public enum DocumentFormat {
    PDF("application/pdf", "pdf"),
    /** PWG 5102.4. */
    PWG_RASTER("image/pwg-raster", "pwg");

    private final String mimeType;
    private final String extension;

    DocumentFormat(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Of its files, without a dot. */
    public String extension() {
        return extension;
    }

    public static Optional<DocumentFormat> of(String mimeType) {
        return Arrays.stream(values())
                .filter(format -> format.mimeType.equals(mimeType))
                .findFirst();
    }
}
