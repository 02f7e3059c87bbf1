package org.yici.paper.certificate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an electronic certificate, 电子证照标识 (GB/T 36904):
 * {@code 1.2.156.3005.2.} type code {@code .} issuer {@code .} serial {@code .} version {@code .} check character.
 *
 * <p>Letters are capitals. The check character is ISO 7064 MOD 37,36 over type code, issuer, serial and version without the dots.
 *
 * @param typeCode 21 characters: credit code of the authority that defines the type (18) and its running number (3)
 * @param issuer code of the issuing department, usually its credit code of 18 characters; shorter ones are in use
 * @param serial 1 to 64 characters, unique for type and issuer
 * @param version 3 characters
 */
public record CertificateIdentifier(String typeCode, String issuer, String serial, String version) {
    private static final String ROOT = "1.2.156.3005.2.";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(ROOT) + "([0-9A-Z]{21})\\.([0-9A-Z]{1,18})\\.([0-9A-Z]{1,64})\\.([0-9A-Z]{3})\\.([0-9A-Z])");

    /** Refuses parts of another length or with other characters; the message does not repeat them. */
    public CertificateIdentifier {
        require("type code", typeCode, "[0-9A-Z]{21}");
        require("issuer", issuer, "[0-9A-Z]{1,18}");
        require("serial", serial, "[0-9A-Z]{1,64}");
        require("version", version, "[0-9A-Z]{3}");
    }

    private static void require(String part, String value, String form) {
        if (!value.matches(form)) {
            throw new IllegalArgumentException("the " + part + " of a certificate identifier must match " + form);
        }
    }

    /** Reads the dotted form; refuses another form and a wrong check character, without repeating the text. */
    public static CertificateIdentifier parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an identifier of GB/T 36904: form");
        }
        CertificateIdentifier identifier =
                new CertificateIdentifier(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
        if (identifier.checkCharacter() != parts.group(5).charAt(0)) {
            throw new IllegalArgumentException("not an identifier of GB/T 36904: check character");
        }
        return identifier;
    }

    /** Whether {@link #parse} would accept the text. */
    public static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public char checkCharacter() {
        return Mod37And36.checkCharacter(typeCode + issuer + serial + version);
    }

    /** The dotted form with its check character. */
    @Override
    public String toString() {
        return ROOT + typeCode + "." + issuer + "." + serial + "." + version + "." + checkCharacter();
    }
}
