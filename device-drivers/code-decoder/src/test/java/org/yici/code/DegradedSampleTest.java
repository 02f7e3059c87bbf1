package org.yici.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.code.degraded.Category;
import org.yici.code.degraded.DegradedCodes;
import org.yici.code.degraded.DegradedPicture;

/** On a fixed sample of degraded pictures: what either library reads alone is read, and nothing else is told than what is there. */
class DegradedSampleTest {
    private static final int EACH = 8;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final DegradedCodes CODES = new DegradedCodes(20261101);

    private final Alone.Boof boof = new Alone.Boof();

    private static List<DegradedPicture> sample(Category category) {
        return IntStream.range(0, EACH)
                .mapToObj(i -> CODES.picture(category.ordinal() + i * Category.values().length, i % 2 == 1))
                .toList();
    }

    private static Set<String> texts(PictureDecoder decoder, DegradedPicture picture) {
        return decoder.decode(picture.picture(), LONG).stream()
                .map(DecodedCode::text)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatEitherLibraryReadsAlone(Category category) {
        PictureDecoder decoder = new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE));
        for (DegradedPicture picture : sample(category)) {
            assertThat(picture.category()).isEqualTo(category);
            Set<String> either = new HashSet<>(Alone.zxing(picture.picture(), category == Category.SEVERAL));
            either.addAll(boof.texts(picture.picture()));
            assertThat(texts(decoder, picture))
                    .as(picture.toString())
                    .containsAll(either)
                    .isSubsetOf(picture.texts());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAMAGED", "NOISE", "GLOSS", "SEVERAL"})
    void takesNothingForACodeOfAnotherFormat(Category category) {
        PictureDecoder decoder = new PictureDecoder(EnumSet.allOf(CodeFormat.class));
        for (DegradedPicture picture : sample(category).subList(0, 3)) {
            assertThat(texts(decoder, picture)).as(picture.toString()).isSubsetOf(picture.texts());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INVERTED", "NOISE", "SEVERAL", "SMALL_IN_LARGE"})
    void readsAllOfSomeCategories(Category category) {
        PictureDecoder decoder = new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE));
        for (DegradedPicture picture : sample(category)) {
            assertThat(texts(decoder, picture))
                    .as(picture.toString())
                    .containsExactlyInAnyOrderElementsOf(picture.texts());
        }
    }

    @Test
    void makesTheSamePictureOfTheSameSeed() {
        DegradedPicture one = new DegradedCodes(5).picture(11, true);
        DegradedPicture same = new DegradedCodes(5).picture(11, true);
        assertThat(same.texts()).isEqualTo(one.texts());
        assertThat(GrayPicture.of(same.picture()).getMatrix())
                .isEqualTo(GrayPicture.of(one.picture()).getMatrix());
        assertThat(new DegradedCodes(6).picture(11, true).texts()).isNotEqualTo(one.texts());
        assertThat(new DegradedCodes(5).picture(11, false).texts()).isEqualTo(one.texts());
    }
}
