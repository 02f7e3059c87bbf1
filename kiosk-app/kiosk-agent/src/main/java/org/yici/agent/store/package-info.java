/** What the agent keeps on disk: outbox, print ledger, journal and settings, in one SQLite file (docs/agent.md). */
@NullMarked
package org.yici.agent.store;

import org.jspecify.annotations.NullMarked;
