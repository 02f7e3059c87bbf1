package org.yici.catalogue.guide;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.situation.Condition;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * One material that an application needs (申请材料).
 *
 * @param originals how many originals, 0 to 99; absent when nobody confirmed it
 * @param copies how many copies, 0 to 99; absent when nobody confirmed it
 * @param issuedBy who gives it out
 * @param acceptance what it must be like to be taken (受理标准)
 * @param sampleText how it looks when it is filled in (示范文本)
 * @param fillInHint what to mind while filling it in (填报须知)
 * @param mistakes what goes wrong often (易错提醒), at most eight
 * @param why what the office needs it for, in the citizen's words
 * @param blankForm the empty form
 * @param when over the guide's questions; absent: always
 * @param basis where it was read that it is needed
 */
public record Material(
        Key id,
        LocalizedText name,
        MaterialNeed need,
        MaterialSource source,
        Optional<Integer> originals,
        Optional<Integer> copies,
        Optional<LocalizedText> issuedBy,
        Optional<LocalizedText> acceptance,
        Optional<LocalizedText> sampleText,
        Optional<LocalizedText> fillInHint,
        List<LocalizedText> mistakes,
        Optional<LocalizedText> why,
        Optional<Attachment> blankForm,
        Optional<Condition> when,
        List<Citation> basis) {
    public Material {
        originals.ifPresent(count -> Limits.range(count, 0, 99, "originals of material " + id));
        copies.ifPresent(count -> Limits.range(count, 0, 99, "copies of material " + id));
        mistakes = Limits.list(mistakes, 8, "mistakes of material " + id);
        basis = Limits.list(basis, 8, "basis of material " + id);
    }
}
