package org.yici.bench.ipp;

import java.util.List;
import java.util.Optional;
import org.yici.bench.printer.JobTicket;
import org.yici.bench.printer.Sides;

/** What a job may ask for: one copy, one side or two, the paper that is loaded. Everything else is answered as unsupported. */
final class JobTemplate {
    static final List<String> NAMES = List.of(
            "copies",
            "media",
            "media-col",
            "sides",
            "print-color-mode",
            "print-quality",
            "print-scaling",
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

    /** How a job is printed, with the default in place of what is not asked for or not supported. */
    static JobTicket ticket(Group wishes) {
        return new JobTicket(
                wishes.string("sides").flatMap(Sides::of).orElse(JobTicket.DEFAULT.sides()),
                wishes.find("media")
                        .or(() -> wishes.find("media-col"))
                        .flatMap(Media::medium)
                        .orElse(JobTicket.DEFAULT.medium()));
    }

    private static boolean isSupported(Attribute wish) {
        return switch (wish.name()) {
            case "copies" -> wish.number().equals(Optional.of(1));
            case "media", "media-col" -> Media.medium(wish).isPresent();
            case "sides" -> wish.string().flatMap(Sides::of).isPresent();
            case "print-color-mode" ->
                wish.string()
                        .filter(List.of("auto", "color", "monochrome")::contains)
                        .isPresent();
            case "print-scaling" -> wish.string().equals(Optional.of("auto"));
            case "print-quality" -> wish.number().equals(Optional.of(4));
            case "orientation-requested", "finishings" -> wish.number().equals(Optional.of(3));
            case "output-bin" -> wish.string().equals(Optional.of("face-up"));
            default -> NAMES.contains(wish.name());
        };
    }
}
