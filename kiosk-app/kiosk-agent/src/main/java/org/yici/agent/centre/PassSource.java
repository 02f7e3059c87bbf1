package org.yici.agent.centre;

import java.io.IOException;

/** Where passes come from. Blocks. */
@FunctionalInterface
public interface PassSource {
    /** Fetches a fresh pass. */
    GrantedPass fetch() throws IOException, InterruptedException;
}
