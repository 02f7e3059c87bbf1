package org.yici.catalogue.place;

import java.util.Optional;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * A department that carries out items (实施机构, 部门).
 *
 * @param shortName how people call it
 * @param creditCode its unified social credit code; absent when nobody confirmed it
 * @param phone its switchboard
 */
public record Department(
        DepartmentId id,
        LocalizedText name,
        Optional<LocalizedText> shortName,
        Optional<String> creditCode,
        Optional<BodyNature> nature,
        Optional<Phone> phone) {
    public Department {
        creditCode.ifPresent(code -> Limits.text(code, CreditCode.LENGTH, "credit code"));
    }
}
