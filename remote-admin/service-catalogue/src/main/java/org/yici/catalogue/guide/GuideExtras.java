package org.yici.catalogue.guide;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * What a guide says beyond the 22 elements.
 *
 * @param audience who can ask, in plain words
 * @param conditions what must be so before the office takes the application (受理条件), at most twelve
 * @param visits how often a citizen has to come (到办事现场次数), 0 to 20
 * @param jointDepartments who else has a part in it (联办机构)
 * @param appeal what can be done against the decision
 * @param address where it is done online; {@code https} only
 */
public record GuideExtras(
        Optional<LocalizedText> audience,
        SortedSet<ServiceObject> objects,
        List<LocalizedText> conditions,
        Optional<CaseType> caseType,
        Optional<ExerciseLevel> level,
        Optional<Integer> visits,
        Optional<LocalizedText> specialProcedure,
        Optional<LocalizedText> quantityLimit,
        Optional<LocalizedText> intermediary,
        List<DepartmentId> jointDepartments,
        Optional<LocalizedText> appeal,
        Optional<URI> address) {
    public static final GuideExtras NONE = new GuideExtras(
            Optional.empty(),
            Limits.set(List.<ServiceObject>of(), 0, "objects"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public GuideExtras {
        objects = Limits.set(objects, ServiceObject.values().length, "service objects");
        conditions = Limits.list(conditions, 12, "conditions");
        visits.ifPresent(count -> Limits.range(count, 0, 20, "visits"));
        jointDepartments = Limits.list(jointDepartments, 16, "joint departments");
        address.ifPresent(uri -> {
            if (!"https".equals(uri.getScheme()) || uri.toString().length() > 500) {
                throw new IllegalArgumentException(
                        "an online address begins with https: and has at most 500 characters");
            }
        });
    }
}
