package org.yici.paper.holder;

import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a document's holder into it and reads it back: as private data of "Yici" in the page-piece dictionary of the document's catalog (ISO 32000-1,
 * 14.5), which PDF/A-2 (ISO 19005-2) leaves to programs and no viewer, index or metadata tool shows. It is part of the bytes that a seal covers.
 *
 * <pre>/PieceInfo &lt;&lt; /Yici &lt;&lt; /LastModified (D:…)
 *   /Private &lt;&lt; /Version 1 /Name (…) /Key &lt;…&gt; /Code &lt;…&gt; &gt;&gt; &gt;&gt; &gt;&gt;</pre>
 */
public final class HolderCodec {
    private static final COSName PIECE_INFO = COSName.getPDFName("PieceInfo");
    private static final COSName YICI = COSName.getPDFName("Yici");
    private static final COSName LAST_MODIFIED = COSName.getPDFName("LastModified");
    private static final COSName PRIVATE = COSName.getPDFName("Private");
    private static final COSName VERSION = COSName.getPDFName("Version");
    private static final COSName NAME = COSName.getPDFName("Name");
    private static final COSName KEY = COSName.getPDFName("Key");
    private static final COSName CODE = COSName.getPDFName("Code");
    private static final int FIRST_VERSION = 1;
    private static final TimeZone CHINA = TimeZone.getTimeZone("Asia/Shanghai");

    private HolderCodec() {}

    /** Before the document is sealed. */
    public static void write(PDDocument document, DocumentHolder holder, LocalDate issued) {
        COSDictionary data = new COSDictionary();
        data.setInt(VERSION, FIRST_VERSION);
        data.setString(NAME, holder.name());
        data.setItem(KEY, hexadecimal(holder.key()));
        data.setItem(CODE, hexadecimal(holder.code()));
        COSDictionary ours = new COSDictionary();
        ours.setDate(LAST_MODIFIED, beginning(issued));
        ours.setItem(PRIVATE, data);
        COSDictionary pieces = new COSDictionary();
        pieces.setItem(YICI, ours);
        document.getDocumentCatalog().getCOSObject().setItem(PIECE_INFO, pieces);
    }

    private static COSString hexadecimal(byte[] bytes) {
        COSString text = new COSString(bytes);
        text.setForceHexForm(true);
        return text;
    }

    private static Calendar beginning(LocalDate day) {
        Calendar time = new GregorianCalendar(CHINA);
        time.setTimeInMillis(day.atStartOfDay(CHINA.toZoneId()).toInstant().toEpochMilli());
        return time;
    }

    /** The holder; empty if the document does not say one in this form. Never throws. */
    public static Optional<DocumentHolder> read(PDDocument document) {
        COSDictionary pieces = document.getDocumentCatalog().getCOSObject().getCOSDictionary(PIECE_INFO);
        COSDictionary ours = pieces == null ? null : pieces.getCOSDictionary(YICI);
        COSDictionary data = ours == null ? null : ours.getCOSDictionary(PRIVATE);
        if (data == null || data.getInt(VERSION) != FIRST_VERSION) {
            return Optional.empty();
        }
        String name = data.getString(NAME);
        if (name == null
                || !(data.getDictionaryObject(KEY) instanceof COSString key)
                || !(data.getDictionaryObject(CODE) instanceof COSString code)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DocumentHolder(name, key.getBytes(), code.getBytes()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
