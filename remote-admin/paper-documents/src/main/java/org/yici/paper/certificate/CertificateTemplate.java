package org.yici.paper.certificate;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The two files that decide how a certificate looks and that a county can edit: {@value #PAGE} (XHTML with CSS) and {@value #SEAL}
 * (SVG). A value stands as <code>{{name}}</code> and is always escaped; a template that asks for unescaped values is refused.
 */
public final class CertificateTemplate {
    /** File name of the page. */
    public static final String PAGE = "insurance-certificate.html";
    /** File name of the seal. */
    public static final String SEAL = "seal.svg";

    private final Template page;
    private final Template seal;

    private CertificateTemplate(String page, String seal) {
        this.page = compile(PAGE, page);
        this.seal = compile(SEAL, seal);
    }

    /** The template that comes with the program. */
    public static CertificateTemplate reference() {
        return new CertificateTemplate(resource(PAGE), resource(SEAL));
    }

    /** The template in {@code folder}, which holds both files. */
    public static CertificateTemplate from(Path folder) throws IOException {
        return new CertificateTemplate(Files.readString(folder.resolve(PAGE)), Files.readString(folder.resolve(SEAL)));
    }

    private static Template compile(String file, String text) {
        if (text.contains("{{{") || text.contains("{{&")) {
            throw new IllegalArgumentException(file + " asks for an unescaped value; only {{name}} is allowed");
        }
        return Mustache.compiler().escapeHTML(true).strictSections(true).compile(text);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CertificateTemplate.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page(Map<String, Object> values) {
        return page.execute(values);
    }

    String seal(Map<String, Object> values) {
        return seal.execute(values);
    }
}
