package org.yici.driver.chip;

import java.security.NoSuchAlgorithmException;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;

/** Where connections to the smart-card service come from. Thread-safe. */
@FunctionalInterface
interface PcscService {
    /** The machine's own. */
    PcscService SYSTEM = PcscService::connect;

    /** Connects anew. */
    PcscConnection open() throws PcscTrouble;

    private static PcscConnection connect() throws PcscTrouble {
        try {
            return new PcscConnection(TerminalFactory.getInstance("PC/SC", null, new Smartcardio())
                    .terminals());
        } catch (NoSuchAlgorithmException | RuntimeException | LinkageError e) {
            throw PcscTrouble.of(e);
        }
    }
}
