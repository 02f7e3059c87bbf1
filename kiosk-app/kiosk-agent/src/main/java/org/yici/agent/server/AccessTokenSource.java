package org.yici.agent.server;

import java.io.IOException;

/** Where passes come from. Blocks. */
@FunctionalInterface
public interface AccessTokenSource {
    /** Fetches a fresh pass. */
    GrantedAccessToken fetch() throws IOException, InterruptedException;
}
