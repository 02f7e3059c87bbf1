package org.yici.driver.chip;

import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** Commands and answers of the card that is there (ISO/IEC 7816-4). For one thread. */
@FunctionalInterface
public interface CardLink {
    /**
     * Sends a command and waits for its answer; {@code 61xx} and {@code 6Cxx} of T=0 are followed. Throws a refusal if the card is gone
     * or silent, or if the conversation has had its time or its number of commands.
     */
    ResponseAPDU transmit(CommandAPDU command) throws CardRefusal;
}
