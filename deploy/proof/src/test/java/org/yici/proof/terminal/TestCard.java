package org.yici.proof.terminal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.yici.base.Personal;
import org.yici.device.IdentityCard;
import org.yici.device.ReaderEvent;

/** The card of the one who comes for a certificate in these tests. */
public final class TestCard {
    private TestCard() {}

    /** It was laid long after the reader was opened: nobody forgot it. */
    public static ReaderEvent laid() {
        IdentityCard card = new IdentityCard.Citizen(
                "林知夏",
                2,
                15,
                LocalDate.of(1988, 2, 29),
                "示范省示范县一次镇桂花街12号",
                "000101198802290029",
                "示范县公安局",
                LocalDate.of(2019, 11, 5),
                Optional.empty());
        return new ReaderEvent.CardRead(
                Personal.of(card), "05.03-20260101-000000001-000000002", Duration.ofSeconds(60));
    }
}
