package org.yici.catalogue.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.yici.catalogue.guide.Attachment;
import org.yici.catalogue.item.ItemId;

/** The paths of a catalogue's folder. No others exist: a manifest that names another one is refused. */
public final class CataloguePath {
    public static final String MANIFEST = "manifest.json";
    public static final String CLASSES = "classes.json";
    public static final String DEPARTMENTS = "departments.json";
    public static final String SITES = "sites.json";
    public static final String ITEMS = "items/";
    public static final String INDEX = "index/";
    public static final String FILES = "files/";
    static final String JSON = ".json";
    private static final Pattern FORM = Pattern.compile("(classes|departments|sites)\\.json"
            + "|items/[a-z0-9][a-z0-9-]{0,63}\\.json"
            + "|index/[0-9a-f]\\.json"
            + "|files/[0-9a-f]{64}\\.(png|jpg|pdf)");

    private CataloguePath() {}

    public static boolean isAllowed(String path) {
        return FORM.matcher(path).matches();
    }

    public static String of(ItemId item) {
        return ITEMS + item + JSON;
    }

    public static String of(Attachment attachment) {
        return FILES + attachment.sha256() + "." + attachment.type();
    }

    /** The index segment of {@code item}: the first hexadecimal digit of the SHA-256 of its id. */
    public static String indexOf(ItemId item) {
        return INDEX
                + Sha256.of(item.toString().getBytes(StandardCharsets.UTF_8)).charAt(0)
                + JSON;
    }

    /** The most bytes of a file at {@code path}. */
    static int largest(String path) {
        if (path.startsWith(ITEMS)) {
            return Bounds.ITEM;
        }
        return path.startsWith(FILES) ? Attachment.LARGEST : Bounds.TABLE;
    }
}
