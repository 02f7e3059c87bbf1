package org.yici.catalogue.item;

import java.util.Optional;
import org.yici.catalogue.text.Limits;

/**
 * The codes of an item, as text of at most 64 characters.
 *
 * @param catalogCode 基本编码
 * @param taskCode 实施编码
 * @param handlingCode 业务办理项编码
 */
public record ItemCodes(
        CodeProfile profile, Optional<String> catalogCode, Optional<String> taskCode, Optional<String> handlingCode) {
    public static final ItemCodes NONE =
            new ItemCodes(CodeProfile.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    public ItemCodes {
        catalogCode.ifPresent(code -> Limits.text(code, 64, "catalogue code"));
        taskCode.ifPresent(code -> Limits.text(code, 64, "task code"));
        handlingCode.ifPresent(code -> Limits.text(code, 64, "handling code"));
    }
}
