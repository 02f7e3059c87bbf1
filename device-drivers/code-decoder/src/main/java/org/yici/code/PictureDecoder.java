package org.yici.code;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Finds codes in pictures. First QR codes (ISO/IEC 18004) as ZXing finds them, which is quick; then, as long as nothing is found or something
 * looks like one code more, in other ways: BoofCV, other scales, black for white, smoothed. Other formats are read by ZXing alone.
 *
 * <p>Several codes in one picture are all found, as long as each can be read; each is told once. Of all but QR codes, those that
 * lie slanted are looked for only if there is nothing else. The order means nothing. Parts of a message
 * that is spread over several QR codes (structured append) are told one by one. Micro QR codes are not read.
 *
 * <p>Immutable; any number of threads may decode at once. A call works in the caller's thread alone and takes some tens of bytes a pixel
 * while it lasts.
 */
public final class PictureDecoder {
    /** Pictures of more pixels are made smaller before anything else. */
    public static final int WORKING_PIXELS = 4_000_000;
    /** Pictures of more pixels are refused. */
    public static final int MOST_PIXELS = 64_000_000;
    /** Within which a kiosk's user does not wonder yet. A picture without any code takes all of the looks: 0.1 s for 0.5 million pixels. */
    public static final Duration USUAL_TIME = Duration.ofSeconds(2);

    /** The smallest QR code has 21 modules, which cannot be told apart in fewer pixels. Other formats have more in one direction. */
    private static final int LEAST_SIDE = 21;

    private static final double[] SLANTED = {Math.PI / 4, 3 * Math.PI / 4};

    private final Set<CodeFormat> formats;
    private final LongSupplier nanoTime;

    /** For these formats; each costs time. */
    public PictureDecoder(Set<CodeFormat> formats) {
        this(formats, System::nanoTime);
    }

    /** With a clock of one's own, which tells what {@link System#nanoTime()} tells. */
    public PictureDecoder(Set<CodeFormat> formats, LongSupplier nanoTime) {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("no format to look for");
        }
        this.formats = EnumSet.copyOf(formats);
        this.nanoTime = nanoTime;
    }

    /** Within {@link #USUAL_TIME}. */
    public List<DecodedCode> decode(BufferedImage picture) {
        return decode(picture, USUAL_TIME);
    }

    /**
     * What is found within a time, empty if nothing is. Past it, or once the thread is interrupted, no further look is begun; the one that was
     * begun takes some tenths of a second for {@link #WORKING_PIXELS}, and about a second if the picture was drawn to make it slow. Without any
     * time nothing is found.
     *
     * @throws PictureRefusedException if it has more than {@link #MOST_PIXELS}
     */
    public List<DecodedCode> decode(BufferedImage picture, Duration within) {
        Deadline deadline = new Deadline(within, nanoTime);
        long pixels = (long) picture.getWidth() * picture.getHeight();
        if (pixels > MOST_PIXELS) {
            throw new PictureRefusedException("a picture of %d x %d pixels is more than %d million pixels"
                    .formatted(picture.getWidth(), picture.getHeight(), MOST_PIXELS / 1_000_000));
        }
        if (Math.max(picture.getWidth(), picture.getHeight()) < LEAST_SIDE) {
            return List.of();
        }
        GrayPicture gray = GrayPicture.of(picture);
        double scale = Math.min(1, Math.sqrt((double) WORKING_PIXELS / pixels));
        Search search = new Search(scale < 1 ? gray.scaled(scale) : gray, deadline);
        search.run();
        return scale < 1 ? new Looked(search.found, false).scaled(1 / scale).codes() : List.copyOf(search.found);
    }

    /** One picture. */
    private final class Search {
        private final GrayPicture picture;
        private final Deadline deadline;
        private final List<DecodedCode> found = new ArrayList<>();

        Search(GrayPicture picture, Deadline deadline) {
            this.picture = picture;
            this.deadline = deadline;
        }

        void run() {
            boolean qr = formats.contains(CodeFormat.QR_CODE)
                    && Math.min(picture.getWidth(), picture.getHeight()) >= LEAST_SIDE;
            boolean more = qr && !settled(safely(() -> Look.FIRST.at(picture, deadline)));
            others(0);
            if (more) {
                further();
            }
            // Turned by 45 degrees a square grows to twice its pixels, a strip to very many more.
            double diagonal = Math.hypot(picture.getWidth(), picture.getHeight());
            if (diagonal * diagonal <= 3.0 * WORKING_PIXELS) {
                others(Math.PI / 2);
                for (int i = 0; i < SLANTED.length && found.isEmpty(); i++) {
                    others(SLANTED[i]);
                }
            }
        }

        private void further() {
            for (Look look : Look.FURTHER) {
                boolean tooLarge =
                        look.scale() * look.scale() * picture.getWidth() * picture.getHeight() > WORKING_PIXELS;
                if (tooLarge) {
                    continue;
                }
                if (late() || settled(safely(() -> look.at(picture, deadline)))) {
                    return;
                }
            }
        }

        private void others(double radians) {
            for (CodeFormat format : formats) {
                if (OtherFormats.sees(format, radians) && !late()) {
                    add(safely(() -> OtherFormats.look(format, picture, radians)));
                }
            }
        }

        private boolean late() {
            return deadline.passed() || Thread.currentThread().isInterrupted();
        }

        /** Whether a look saw all that was found so far, and nothing else. */
        private boolean settled(Looked looked) {
            add(looked);
            long codes = found.stream()
                    .filter(code -> code.format() == CodeFormat.QR_CODE)
                    .count();
            return codes > 0 && !looked.more() && looked.codes().size() >= codes;
        }

        private void add(Looked looked) {
            for (DecodedCode code : looked.codes()) {
                if (found.stream().noneMatch(known -> Place.same(known, code))) {
                    found.add(code);
                }
            }
        }

        /** Both libraries meet some damaged symbols with an index out of bounds or the like; that is a symbol not read. */
        private Looked safely(Supplier<Looked> look) {
            try {
                return look.get();
            } catch (RuntimeException e) {
                return Looked.NOTHING;
            }
        }
    }
}
