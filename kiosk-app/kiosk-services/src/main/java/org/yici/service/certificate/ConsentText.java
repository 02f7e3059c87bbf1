package org.yici.service.certificate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Message;

/** What a citizen agrees to before a certificate is asked for. Another wording is another version. */
public final class ConsentText {
    private static final Map<Language, String> VERSIONS =
            Map.of(Language.CHINESE, "2026-12-01.1", Language.ENGLISH, "2026-12-01.1-en");

    private ConsentText() {}

    /** Goes to the server with the request, so that it is known later what was on the screen, and in which language. */
    public static String version(Language language) {
        return Objects.requireNonNull(VERSIONS.get(language), () -> "no wording of the consent in " + language);
    }

    /** For a certificate of this title, issued by {@code issuer}. */
    public static List<Message> sentences(LocalText title, LocalText issuer) {
        return List.of(
                Message.of("certificates.consent.copy", title),
                Message.of("certificates.consent.data", issuer),
                Message.of("certificates.consent.record"),
                Message.of("certificates.consent.nothing-kept"));
    }
}
