package org.yici.driver.chip;

import java.util.Arrays;
import java.util.List;
import org.yici.driver.chip.Golden.Exchange;

/** What runs in a virtual card. */
public interface CardProgram {
    /** The answer to a command, status word included. Power and reset begin again from the start. */
    byte[] answer(byte[] command);

    void reset();

    byte[] atr();

    /** A golden card: each command is answered as where it comes next; what is not written there, with 6D00. */
    static CardProgram of(Golden.GoldenCard card) {
        return new CardProgram() {
            private int at;

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
        };
    }
}
