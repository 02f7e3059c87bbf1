package org.yici.agent.session;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.StoreException;
import org.yici.agent.store.StoreResult;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;

/**
 * Keeps what a session asks to be kept and answers it after the commit. What a session keeps is sealed to the centre's key, of a kind that
 * sessions have, of this terminal, and no longer than the broker takes; its printer is one of the terminal's. Anything else is refused with
 * K03, a store that fails with K02, K04 or K05.
 */
final class StoreRequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StoreRequestHandler.class);

    private static final int MOST_SHEETS = 200;
    /** Kinds of entries that sessions have, all sealed. */
    private static final Set<String> KINDS = Set.of(EntryKinds.PRINT_OUTCOME);

    private static final int LATEST_FORMAT = 16;
    private static final int LATEST_VERSION = 1000;
    /** Ids of copies, 80 bits that the service draws: nothing more can be asked of them here. */
    private static final Pattern JOB_NAME = Pattern.compile("yc-[0-9a-hjkmnp-tv-z]{16}");

    private final AgentStore store;
    private final TerminalId terminal;
    private final Time time;
    private final ServerState centre;
    private final TerminalDevices devices;
    private final RecipientKeyIds keys;
    private int rejected;

    StoreRequestHandler(
            AgentStore store,
            TerminalId terminal,
            Time time,
            ServerState centre,
            TerminalDevices devices,
            RecipientKeyIds keys) {
        this.store = store;
        this.terminal = terminal;
        this.time = time;
        this.centre = centre;
        this.devices = devices;
        this.keys = keys;
    }

    AgentMessage entry(SessionMessage.KeepEntry said) {
        Entry entry = said.entry();
        return answer(
                entry.header().key(),
                entry.header().version(),
                mayKeep(entry),
                () -> store.keepEntry(entry, time.now()));
    }

    AgentMessage intent(UUID session, SessionMessage.KeepIntent said) {
        PrintIntent intent = said.intent();
        boolean mayKeep = Uuid7.isVersion7(intent.key())
                && JOB_NAME.matcher(intent.jobName()).matches()
                && devices.isPrinter(intent.printer())
                && keys.has(intent.remainder().keyId())
                && intent.sheets() >= 1
                && intent.sheets() <= MOST_SHEETS;
        return answer(intent.key(), 0, mayKeep, () -> store.keepIntent(intent, session, time.now()));
    }

    AgentMessage outcome(SessionMessage.KeepOutcome said) {
        Entry report = said.report();
        boolean known =
                Arrays.stream(Outcome.values()).anyMatch(one -> one.name().equals(said.outcome()));
        return answer(
                report.header().key(),
                report.header().version(),
                known && mayKeep(report),
                () -> store.keepOutcome(said.intent(), Outcome.valueOf(said.outcome()), report, time.now()));
    }

    private boolean mayKeep(Entry entry) {
        EntryHeader header = entry.header();
        return entry.box().filter(box -> keys.has(box.keyId())).isPresent()
                && KINDS.contains(header.kind())
                && header.format() <= LATEST_FORMAT
                && header.version() <= LATEST_VERSION
                && header.terminal().equals(terminal.value())
                && Json.write(entry).length <= centre.longestEntry();
    }

    /** How many times since the last call something came that no session may keep. */
    int takeRejected() {
        int since = rejected;
        rejected = 0;
        return since;
    }

    private AgentMessage answer(UUID key, int version, boolean mayKeep, Act act) {
        if (!mayKeep) {
            rejected++;
            LOG.error("Entry or intent {} version {} is not one that a session may keep", key, version);
            return new AgentMessage.Rejected(key, version, ErrorCode.AGENT_REFUSED.code());
        }
        try {
            StoreResult kept = act.run();
            if (kept == StoreResult.KEPT) {
                return new AgentMessage.Stored(key, version);
            }
            LOG.error(
                    kept == StoreResult.CLOSED_BEFORE
                            ? "Report {} version {} contradicts the outcome that its print came to before, and is refused"
                            : "Under {} version {} or its job name something else is kept",
                    key,
                    version);
            return new AgentMessage.Rejected(key, version, ErrorCode.AGENT_REFUSED.code());
        } catch (StoreException e) {
            LOG.error("{} version {} is not kept: {}", key, version, e.getMessage());
            return new AgentMessage.Rejected(key, version, e.reason().code().code());
        }
    }

    private interface Act {
        StoreResult run() throws StoreException;
    }
}
