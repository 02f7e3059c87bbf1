package org.yici.bench.ipp;

import java.util.List;
import java.util.Optional;

/** What a job may ask for: one copy, one side, A4. Everything else is answered as unsupported. */
final class JobTemplate {
    static final String A4 = "iso_a4_210x297mm";

    static final List<String> NAMES = List.of(
            "copies",
            "media",
            "media-col",
            "sides",
            "print-color-mode",
            "print-quality",
            "orientation-requested",
            "printer-resolution",
            "finishings",
            "output-bin");

    private JobTemplate() {}

    /** What of a job's wishes this printer cannot do, as the unsupported group names it. */
    static List<Attribute> unsupported(Group wishes) {
        return wishes.attributes().stream()
                .filter(wish -> !isSupported(wish))
                .map(wish -> NAMES.contains(wish.name())
                        ? wish
                        : new Attribute(wish.name(), List.of(new Value.Raw(Tag.UNSUPPORTED, new byte[0]))))
                .toList();
    }

    private static boolean isSupported(Attribute wish) {
        return switch (wish.name()) {
            case "copies" -> wish.number().equals(Optional.of(1));
            case "media" -> wish.string().equals(Optional.of(A4));
            case "sides" -> wish.string().equals(Optional.of("one-sided"));
            case "print-color-mode" ->
                wish.string()
                        .filter(List.of("auto", "color", "monochrome")::contains)
                        .isPresent();
            case "print-quality" -> wish.number().equals(Optional.of(4));
            case "orientation-requested", "finishings" -> wish.number().equals(Optional.of(3));
            case "output-bin" -> wish.string().equals(Optional.of("face-up"));
            default -> NAMES.contains(wish.name());
        };
    }
}
