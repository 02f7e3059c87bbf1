package org.yici.admin.page;

import java.util.Locale;
import java.util.Optional;
import org.yici.admin.certificate.CopyStore;

/** A copy that was given out, and what became of it, as a page shows it. */
public record CopyView(
        String copyId,
        String title,
        String number,
        String issued,
        String outcome,
        String tone,
        String evidence,
        String sheets,
        String fault) {

    static CopyView of(CopyStore.Shown copy, ChinaTime time) {
        return new CopyView(
                copy.copyId(),
                copy.title(),
                "第 " + copy.copyNumber() + " 份",
                time.at(copy.issuedAt()),
                copy.outcome().map(Words::outcome).orElse("等待结果"),
                tone(copy.outcome()),
                copy.evidence().map(Words::evidence).orElse("—"),
                copy.outcome().isPresent() ? copy.sheetsOut() + " / " + copy.sheets() : "— / " + copy.sheets(),
                copy.fault().map(Words::fault).orElse(""));
    }

    private static String tone(Optional<String> outcome) {
        return switch (outcome.orElse("").toLowerCase(Locale.ROOT)) {
            case "" -> "quiet";
            case "delivered" -> "good";
            case "uncertain" -> "warning";
            default -> "bad";
        };
    }
}
