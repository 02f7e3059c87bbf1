package org.yici.driver.chip;

import java.util.List;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import jnasmartcardio.Smartcardio.JnaCardTerminals;

/**
 * One connection to the smart-card service: it dies with the service and is then replaced, which the JDK's own provider cannot do
 * ({@code docs/chip-cards.md}). For one thread: the service's library lets calls on one connection wait for each other.
 */
final class PcscConnection implements AutoCloseable {
    private final CardTerminals terminals;

    PcscConnection(CardTerminals terminals) {
        this.terminals = terminals;
    }

    /** The names of all readers. */
    List<String> readers() throws PcscTrouble {
        return terminals().stream().map(CardTerminal::getName).toList();
    }

    /** The reader of that name, the first one for an empty name; empty if it is not there. */
    Optional<CardTerminal> reader(String name) throws PcscTrouble {
        return terminals().stream()
                .filter(terminal -> name.isEmpty() || terminal.getName().equals(name))
                .findFirst();
    }

    private List<CardTerminal> terminals() throws PcscTrouble {
        try {
            return terminals.list();
        } catch (CardException | RuntimeException e) {
            throw PcscTrouble.of(e);
        }
    }

    boolean isCardIn(CardTerminal reader) throws PcscTrouble {
        try {
            return reader.isCardPresent();
        } catch (CardException | RuntimeException e) {
            throw PcscTrouble.of(e);
        }
    }

    /** Powers the card in that reader for this connection alone. */
    Card connect(String readerName) throws PcscTrouble {
        CardTerminal reader = reader(readerName).orElseThrow(PcscTrouble::readerGone);
        try {
            return reader.connect("EXCLUSIVE;*");
        } catch (CardException | RuntimeException e) {
            throw PcscTrouble.of(e);
        }
    }

    @Override
    public void close() {
        if (terminals instanceof JnaCardTerminals ours) {
            try {
                ours.close();
            } catch (CardException | RuntimeException e) {
                // The service is gone, and the connection with it.
            }
        }
    }
}
