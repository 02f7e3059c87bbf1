package org.yici.catalogue.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yici.catalogue.guide.CaseType;
import org.yici.catalogue.guide.Element;
import org.yici.catalogue.guide.ExerciseLevel;
import org.yici.catalogue.guide.HandlingForm;
import org.yici.catalogue.guide.MaterialNeed;
import org.yici.catalogue.guide.MaterialSource;
import org.yici.catalogue.guide.Provision;
import org.yici.catalogue.guide.ServiceObject;
import org.yici.catalogue.guide.ServiceScope;
import org.yici.catalogue.guide.TimeUnit;
import org.yici.catalogue.item.ItemKind;
import org.yici.catalogue.item.ItemStatus;
import org.yici.catalogue.item.ItemType;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.item.Validity;
import org.yici.catalogue.place.BodyNature;
import org.yici.catalogue.place.Classification;
import org.yici.catalogue.place.SiteKind;
import org.yici.catalogue.situation.OutcomeKind;
import org.yici.catalogue.source.SourceKind;

class CatalogueWordsTest {
    private static final List<Class<? extends Enum<?>>> SHOWN = List.of(
            BodyNature.class,
            CaseType.class,
            Classification.class,
            Element.class,
            ExerciseLevel.class,
            HandlingForm.class,
            ItemKind.class,
            ItemStatus.class,
            ItemType.class,
            MaterialNeed.class,
            MaterialSource.class,
            OutcomeKind.class,
            Provision.class,
            ServiceObject.class,
            ServiceScope.class,
            SiteKind.class,
            SourceKind.class,
            TimeUnit.class,
            TrustLevel.class,
            Validity.class);

    @Test
    void namesEveryWordInBothLanguagesAndNothingElse() {
        Set<String> keys = new TreeSet<>(Set.of("unverified"));
        for (Class<? extends Enum<?>> type : SHOWN) {
            for (Enum<?> word : type.getEnumConstants()) {
                keys.add(type.getSimpleName() + "." + word.name());
            }
        }
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            ResourceBundle bundle = ResourceBundle.getBundle("org.yici.catalogue.words.words", language);
            assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(keys);
            assertThat(keys).allSatisfy(key -> assertThat(bundle.getString(key)).isNotBlank());
        }
    }

    @Test
    void callsElementsAsTheOfficialListDoes() {
        CatalogueWords words = new CatalogueWords(Locale.CHINA);
        assertThat(words.of(Element.NAME)).isEqualTo("事项名称");
        assertThat(words.of(Element.COMPLAINT_PHONE)).isEqualTo("监督电话");
        assertThat(words.of(TrustLevel.DEMO)).isEqualTo("示范数据");
        assertThat(words.unverified()).isEqualTo("未核对");
        assertThat(new CatalogueWords(Locale.FRANCE).of(Element.MATERIALS)).isEqualTo("What to bring");
    }
}
