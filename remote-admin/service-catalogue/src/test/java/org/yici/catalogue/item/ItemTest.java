package org.yici.catalogue.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.catalogue.guide.Element;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.sample.SampleCatalogue;

class ItemTest {
    @Test
    void listsWhatNobodyConfirmed() throws Exception {
        Item item =
                DemoContent.catalogue().item(ItemId.of("real-estate-records")).orElseThrow();
        assertThat(item.unverified())
                .containsExactly(
                        Element.TYPE,
                        Element.STATUTORY_LIMIT,
                        Element.PROMISED_LIMIT,
                        Element.RESULT_SAMPLE,
                        Element.FEE_STANDARD,
                        Element.FEE_BASIS,
                        Element.MATERIALS,
                        Element.FORM,
                        Element.REVIEW_STANDARD,
                        Element.SCOPE,
                        Element.APPOINTMENT,
                        Element.ONLINE_PAYMENT,
                        Element.DELIVERY);
    }

    @Test
    void countsAFeeWithoutAnAmountAsNotConfirmed() throws Exception {
        Item item = DemoContent.catalogue().item(ItemId.of("ordinary-passport")).orElseThrow();
        assertThat(item.guide().fees().orElseThrow().charged()).isTrue();
        assertThat(item.unverified()).contains(Element.FEE_STANDARD).doesNotContain(Element.FEE_BASIS);
    }

    @Test
    void hasEveryElementButASampleInAnInventedItem() {
        Item item = SampleCatalogue.generate(1, 1).items().get(0);
        assertThat(item.unverified()).containsExactly(Element.RESULT_SAMPLE);
    }

    @Test
    void holdsFromItsFirstToItsLastDay() {
        LocalDate first = LocalDate.of(2026, 12, 1);
        LocalDate last = LocalDate.of(2027, 11, 30);
        Verification verification = new Verification(
                TrustLevel.DEMO,
                Optional.empty(),
                Optional.empty(),
                Optional.of(first),
                Optional.of(last),
                Instant.EPOCH);
        assertThat(verification.on(first.minusDays(1))).isEqualTo(Validity.NOT_YET_VALID);
        assertThat(verification.on(first)).isEqualTo(Validity.VALID);
        assertThat(verification.on(last)).isEqualTo(Validity.VALID);
        assertThat(verification.on(last.plusDays(1))).isEqualTo(Validity.NO_LONGER_VALID);
    }

    @Test
    void checksCodesByTheirProfile() {
        String catalog = "442199806003";
        String task = "12441500196720244T3" + catalog;
        assertThat(faults(CodeProfile.NATIONAL, catalog, task, task + "01")).isEmpty();
        assertThat(faults(CodeProfile.NATIONAL, "44219980600", task, task + "01"))
                .contains("catalogCode");
        assertThat(faults(CodeProfile.NATIONAL, catalog, task.replace('T', 'U'), task + "01"))
                .containsExactly("taskCode", "handlingCode");
        assertThat(faults(CodeProfile.NATIONAL, catalog, task, task + "x1")).containsExactly("handlingCode");
        assertThat(faults(CodeProfile.LOCAL, catalog, "511A0138000000-511602000000-000-115113010833722043-1-00", "a b"))
                .containsExactly("handlingCode");
        assertThat(faults(CodeProfile.NONE, catalog, task, task)).containsExactly("profile");
        assertThat(CodeProfile.NONE.faults(ItemCodes.NONE)).isEmpty();
    }

    private static List<String> faults(CodeProfile profile, String catalog, String task, String handling) {
        return profile.faults(new ItemCodes(profile, Optional.of(catalog), Optional.of(task), Optional.of(handling)));
    }
}
