package org.yici.agent.centre;

import java.io.IOException;
import org.yici.contract.https.PassAnswer;

/** Where passes come from. Blocks. */
@FunctionalInterface
public interface PassSource {
    /** Fetches a fresh pass. */
    PassAnswer fetch() throws IOException, InterruptedException;
}
