package org.yici.kiosk.visit;

import java.time.LocalDate;
import org.yici.contract.https.Citizen;

/**
 * Who a card says that it belongs to. Personal: prints nothing of itself.
 *
 * @param birth as on the card
 */
public record CardHolder(Citizen citizen, LocalDate birth) {
    @Override
    public String toString() {
        return "CardHolder";
    }
}
