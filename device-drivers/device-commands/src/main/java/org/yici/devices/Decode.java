package org.yici.devices;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yici.code.CodeFormat;
import org.yici.code.DecodedCode;
import org.yici.code.PictureDecoder;
import org.yici.code.PictureFile;
import org.yici.code.PictureRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the codes in pictures. */
@Command(
        name = "decode",
        description = "Reads the codes in pictures (PNG, JPEG, GIF, BMP) or in all pictures of folders.",
        mixinStandardHelpOptions = true)
final class Decode implements Callable<Integer> {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final Lines lines;

    @Parameters(arity = "1..*", paramLabel = "PICTURE_OR_FOLDER")
    private List<Path> places = List.of();

    @Option(
            names = "--all-formats",
            description = "Data Matrix, Aztec, PDF417, Code 128 and EAN-13, too; QR codes alone otherwise")
    private boolean allFormats;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "2",
            description = "seconds after which no further look at a picture is begun (${DEFAULT-VALUE})")
    private int timeout;

    Decode(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws IOException {
        if (timeout < 1) {
            throw new IllegalArgumentException("--timeout must be at least 1");
        }
        PictureDecoder decoder =
                new PictureDecoder(allFormats ? EnumSet.allOf(CodeFormat.class) : EnumSet.of(CodeFormat.QR_CODE));
        boolean all = true;
        for (Path place : places) {
            for (Path picture : pictures(place)) {
                all &= isDecoded(decoder, picture);
            }
        }
        return all ? 0 : 1;
    }

    /** The file itself, or what a folder holds, in the order of names. */
    private static List<Path> pictures(Path place) throws IOException {
        if (!Files.isReadable(place)) {
            throw new IllegalArgumentException(place + " cannot be read");
        }
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> pictures = files.filter(Decode::isPicture).sorted().toList();
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException(place + " holds no pictures (" + PICTURES + ")");
            }
            return pictures;
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private boolean isDecoded(PictureDecoder decoder, Path file) throws IOException {
        long began = System.nanoTime();
        List<DecodedCode> codes;
        try {
            BufferedImage picture = PictureFile.read(Files.readAllBytes(file));
            codes = decoder.decode(picture, Duration.ofSeconds(timeout));
        } catch (PictureRefusedException e) {
            lines.tell(Line.of("picture")
                    .with("file", file.toString())
                    .with("codes", List.of())
                    .with("seen", String.valueOf(e.getMessage())));
            lines.words().println(file + ": " + e.getMessage());
            return false;
        }
        double millis = (System.nanoTime() - began) / 1e6;
        List<Map<String, Object>> told = new ArrayList<>();
        codes.forEach(code -> told.add(Line.empty()
                .with("text", code.text())
                .with("format", code.format())
                .fields()));
        lines.tell(Line.of("picture")
                .with("file", file.toString())
                .with("codes", told)
                .with("millis", Math.round(millis * 10) / 10.0));
        lines.words().println(file + ": " + (codes.isEmpty() ? "no code" : codes.size() + " found"));
        return !codes.isEmpty();
    }
}
