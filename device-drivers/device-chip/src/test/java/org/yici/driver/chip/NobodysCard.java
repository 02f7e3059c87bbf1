package org.yici.driver.chip;

import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;

/** A card without a reader. */
abstract class NobodysCard extends Card {
    @Override
    public ATR getATR() {
        return new ATR(new byte[] {0x3B, 0x00});
    }

    @Override
    public String getProtocol() {
        return "T=0";
    }

    @Override
    public CardChannel getBasicChannel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CardChannel openLogicalChannel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void beginExclusive() {}

    @Override
    public void endExclusive() {}

    @Override
    public byte[] transmitControlCommand(int code, byte[] command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect(boolean reset) {}
}
