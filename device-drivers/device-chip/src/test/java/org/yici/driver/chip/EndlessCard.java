package org.yici.driver.chip;

import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A card without a reader that answers success to everything, until it is pulled. */
final class EndlessCard extends Card {
    private int commands;
    private boolean pulled;

    int commands() {
        return commands;
    }

    void pull() {
        pulled = true;
    }

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
        return new Channel();
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

    private final class Channel extends CardChannel {
        @Override
        public Card getCard() {
            return EndlessCard.this;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) {
            commands++;
            // What the provider does when the reader returns less than a status word.
            return new ResponseAPDU(pulled ? new byte[0] : new byte[] {(byte) 0x90, 0x00});
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
