package org.yici.catalogue.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yici.catalogue.place.CreditCode;

/**
 * By which rule the codes of an item are made. Codes are text; platforms disagree on their lengths, so each item names its
 * profile.
 */
public enum CodeProfile {
    /**
     * The national platform's: catalogue code of 12 digits; task code of 31 characters (credit code of the body, level,
     * catalogue code); code of a handling item of 33 (task code, two digits).
     */
    NATIONAL {
        @Override
        public List<String> faults(ItemCodes codes) {
            List<String> faults = new ArrayList<>();
            codes.catalogCode()
                    .filter(code -> !CATALOG.matcher(code).matches())
                    .ifPresent(code -> faults.add("catalogCode"));
            codes.taskCode()
                    .filter(code -> !isTask(code, codes.catalogCode()))
                    .ifPresent(code -> faults.add("taskCode"));
            codes.handlingCode()
                    .filter(code -> !isHandling(code, codes.taskCode()))
                    .ifPresent(code -> faults.add("handlingCode"));
            if (codes.taskCode().isEmpty()) {
                faults.add("taskCode");
            }
            return faults;
        }
    },
    /** A province's or city's own: letters, digits, hyphens and dots. */
    LOCAL {
        @Override
        public List<String> faults(ItemCodes codes) {
            List<String> faults = new ArrayList<>();
            check(codes.catalogCode(), "catalogCode", faults);
            check(codes.taskCode(), "taskCode", faults);
            check(codes.handlingCode(), "handlingCode", faults);
            return faults;
        }

        private void check(Optional<String> code, String name, List<String> faults) {
            code.filter(text -> !LOCAL_FORM.matcher(text).matches()).ifPresent(text -> faults.add(name));
        }
    },
    /** None: an everyday service without any code. */
    NONE {
        @Override
        public List<String> faults(ItemCodes codes) {
            boolean any = codes.catalogCode().isPresent()
                    || codes.taskCode().isPresent()
                    || codes.handlingCode().isPresent();
            return any ? List.of("profile") : List.of();
        }
    };

    private static final Pattern CATALOG = Pattern.compile("\\d{12}");
    private static final Pattern LOCAL_FORM = Pattern.compile("[0-9A-Za-z.-]{1,64}");
    private static final int TASK_LENGTH = 31;

    /** The names of those fields that do not fit the profile; empty when all do. */
    public abstract List<String> faults(ItemCodes codes);

    private static boolean isTask(String code, Optional<String> catalogCode) {
        return code.length() == TASK_LENGTH
                && CreditCode.isValid(code.substring(0, CreditCode.LENGTH))
                && "1234567".indexOf(code.charAt(CreditCode.LENGTH)) >= 0
                && CATALOG.matcher(code.substring(CreditCode.LENGTH + 1)).matches()
                && catalogCode.map(code::endsWith).orElse(true);
    }

    private static boolean isHandling(String code, Optional<String> taskCode) {
        return code.length() == TASK_LENGTH + 2
                && code.substring(TASK_LENGTH).chars().allMatch(letter -> letter >= '0' && letter <= '9')
                && taskCode.map(code::startsWith).orElse(false);
    }
}
