package org.yici.driver.chip;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.smartcardio.Card;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** A card that is let go of only when the test allows it: a real reader takes its time to power one down. */
final class HeldCard extends NobodysCard {
    static final String READER = "a slow reader";

    private final CountDownLatch released = new CountDownLatch(1);

    void release() {
        released.countDown();
    }

    /** A service with that card in its one reader. */
    PcscConnection service() {
        return new PcscConnection(new CardTerminals() {
            @Override
            public List<CardTerminal> list(State state) {
                return List.of(reader());
            }

            @Override
            public boolean waitForChange(long timeout) {
                throw new UnsupportedOperationException();
            }
        });
    }

    private CardTerminal reader() {
        return new CardTerminal() {
            @Override
            public String getName() {
                return READER;
            }

            @Override
            public Card connect(String protocol) {
                return HeldCard.this;
            }

            @Override
            public boolean isCardPresent() {
                return true;
            }

            @Override
            public boolean waitForCardPresent(long timeout) {
                return true;
            }

            @Override
            public boolean waitForCardAbsent(long timeout) {
                return false;
            }
        };
    }

    @Override
    public void disconnect(boolean reset) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
