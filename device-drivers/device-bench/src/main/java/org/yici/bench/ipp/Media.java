package org.yici.bench.ipp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yici.bench.printer.JobTicket;
import org.yici.bench.printer.Medium;

/** The loaded paper on the wire: {@code media} of RFC 8011 5.2.11 and {@code media-col} of PWG 5100.7. */
final class Media {
    /** Hundredths of a millimetre, as sizes and margins are told. */
    private static final int PER_MILLIMETRE = 100;

    private static final int MARGIN = 423;
    private static final String TYPE = "stationery";
    private static final List<String> MARGINS =
            List.of("media-top-margin", "media-bottom-margin", "media-left-margin", "media-right-margin");

    private Media() {}

    /** The paper that a {@code media} or {@code media-col} asks for. Empty: no such paper is in the tray that it names. */
    static Optional<Medium> medium(Attribute wish) {
        return wish.name().equals("media")
                ? wish.string().flatMap(Medium::of)
                : Arrays.stream(Medium.values())
                        .filter(medium -> fits(wish, medium))
                        .findFirst();
    }

    private static boolean fits(Attribute wish, Medium medium) {
        Optional<Attribute> size = wish.member("media-size");
        Optional<String> source = wish.member("media-source").flatMap(Attribute::string);
        boolean typeFits = wish.member("media-type")
                .flatMap(Attribute::string)
                .filter(type -> !type.equals(TYPE) && !type.equals("auto"))
                .isEmpty();
        return typeFits
                && size.filter(asked -> !asked.equals(size(medium))).isEmpty()
                && source.filter(asked -> !asked.equals("auto") && !asked.equals(medium.tray()))
                        .isEmpty();
    }

    /** What the printer says of its paper. */
    static Stream<Attribute> attributes() {
        List<Medium> all = List.of(Medium.values());
        List<String> names = all.stream().map(Medium::keyword).toList();
        Medium usual = JobTicket.DEFAULT.medium();
        Stream<Attribute> supported = Stream.of(
                Attribute.keyword("media-default", usual.keyword()),
                Attribute.keywords("media-supported", names),
                Attribute.keywords("media-ready", names),
                Attribute.collections(List.of(collection("media-col-default", usual))),
                Attribute.collections(collections("media-col-ready")),
                Attribute.collections(collections("media-col-database")),
                Attribute.keywords(
                        "media-col-supported",
                        Stream.concat(Stream.of("media-size", "media-type", "media-source"), MARGINS.stream())
                                .toList()),
                Attribute.collections(all.stream()
                        .map(medium -> renamed("media-size-supported", size(medium)))
                        .toList()),
                Attribute.keywords(
                        "media-source-supported",
                        Stream.concat(Stream.of("auto"), all.stream().map(Medium::tray))
                                .toList()),
                Attribute.keyword("media-type-supported", TYPE));
        return Stream.concat(
                supported, MARGINS.stream().map(margin -> Attribute.integer(margin + "-supported", MARGIN)));
    }

    private static List<Attribute> collections(String name) {
        return Arrays.stream(Medium.values())
                .map(medium -> collection(name, medium))
                .toList();
    }

    private static Attribute collection(String name, Medium medium) {
        Stream<Attribute> paper = Stream.of(
                size(medium), Attribute.keyword("media-type", TYPE), Attribute.keyword("media-source", medium.tray()));
        Stream<Attribute> margins = MARGINS.stream().map(margin -> Attribute.integer(margin, MARGIN));
        return Attribute.collection(name, Stream.concat(paper, margins).toArray(Attribute[]::new));
    }

    private static Attribute size(Medium medium) {
        return Attribute.collection(
                "media-size",
                Attribute.integer("x-dimension", medium.width() * PER_MILLIMETRE),
                Attribute.integer("y-dimension", medium.height() * PER_MILLIMETRE));
    }

    private static Attribute renamed(String name, Attribute attribute) {
        return new Attribute(name, attribute.values());
    }
}
