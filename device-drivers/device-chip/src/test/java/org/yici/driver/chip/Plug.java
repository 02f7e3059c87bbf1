package org.yici.driver.chip;

import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.JnaPCSCException;

/**
 * The machine's service with a reader that can be unplugged: pcscd's virtual reader cannot be while pcscd runs. What the service says then
 * is written down from pcsc-lite's documentation.
 */
final class Plug implements PcscService {
    private static final int UNKNOWN_READER = 0x80100009;

    private volatile boolean out;

    void pull() {
        out = true;
    }

    void putBack() {
        out = false;
    }

    @Override
    public PcscConnection open() throws PcscTrouble {
        try {
            CardTerminals all = TerminalFactory.getInstance("PC/SC", null, new Smartcardio())
                    .terminals();
            return new PcscConnection(new CardTerminals() {
                @Override
                public List<CardTerminal> list(State state) throws CardException {
                    return out
                            ? List.of()
                            : all.list(state).stream()
                                    .<CardTerminal>map(Pluggable::new)
                                    .toList();
                }

                @Override
                public boolean waitForChange(long timeout) throws CardException {
                    return all.waitForChange(timeout);
                }
            });
        } catch (Exception e) {
            throw PcscTrouble.of(e);
        }
    }

    private final class Pluggable extends CardTerminal {
        private final CardTerminal terminal;

        Pluggable(CardTerminal terminal) {
            this.terminal = terminal;
        }

        private CardTerminal plugged() throws CardException {
            if (out) {
                throw new JnaPCSCException(UNKNOWN_READER, "unplugged");
            }
            return terminal;
        }

        @Override
        public String getName() {
            return terminal.getName();
        }

        @Override
        public Card connect(String protocol) throws CardException {
            return plugged().connect(protocol);
        }

        @Override
        public boolean isCardPresent() throws CardException {
            return plugged().isCardPresent();
        }

        @Override
        public boolean waitForCardPresent(long timeout) throws CardException {
            return plugged().waitForCardPresent(timeout);
        }

        @Override
        public boolean waitForCardAbsent(long timeout) throws CardException {
            return plugged().waitForCardAbsent(timeout);
        }
    }
}
