package org.yici.driver.chip;

import java.util.Arrays;
import java.util.List;
import org.yici.bench.chip.CardProgram;
import org.yici.driver.chip.Golden.Exchange;
import org.yici.driver.chip.Golden.GoldenCard;

/** A golden card: each command is answered as where it comes next; what is not written there, with 6D00. */
final class GoldenProgram implements CardProgram {
    private final GoldenCard card;
    private int at;

    GoldenProgram(GoldenCard card) {
        this.card = card;
    }

    @Override
    public byte[] answer(byte[] command) {
        List<Exchange> all = card.exchanges();
        for (int i = 0; i < all.size(); i++) {
            int next = (at + i) % all.size();
            if (Arrays.equals(all.get(next).command(), command)) {
                at = next + 1;
                return all.get(next).answer();
            }
        }
        return new byte[] {0x6D, 0x00};
    }

    @Override
    public void reset() {
        at = 0;
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }
}
