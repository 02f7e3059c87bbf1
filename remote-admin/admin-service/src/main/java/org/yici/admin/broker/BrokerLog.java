package org.yici.admin.broker;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Who;
import org.yici.base.TerminalId;

/**
 * Reads the lines of Mosquitto 2's log topic ({@code log_dest topic}). Each pattern takes a whole line, so that nothing that a client
 * chose, as a filter, can pass for another line; a client's name is its certificate's. Lines of no interest give nothing.
 */
final class BrokerLog {
    private static final String SUBSCRIBE = BrokerTopics.LOG + "M/subscribe";
    private static final String STAMP = "(?:\\d+: )?";
    private static final Pattern RELOADING = line("Reloading config\\.");
    private static final Pattern CONNECTED = line("New client connected from \\S+ as (\\S+) \\(p(\\d+), .*");
    private static final Pattern SUBSCRIBED = line("(\\S+) [012] (.*)");
    private static final Pattern KICKED = line("Client (\\S+) been disconnected by administrative action\\.");
    private static final Pattern OVERSIZE = line("Client (\\S+) disconnected due to oversize p(?:acket|ayload)\\.");
    /** 2.0.11 ends whoever sends a retained message with the words of the last form. */
    private static final Pattern BROKEN = line("Client (\\S+) disconnected due to (?:malformed packet|protocol error"
            + "|QoS too high or retain not supported)\\.");

    private static final Pattern BROKEN_OTHERWISE = line("Bad socket read/write on client (\\S+): Unknown error\\.");
    private static final Pattern NO_CERTIFICATE = line("OpenSSL Error\\S* .*peer did not return a certificate.*");
    private static final Pattern NOT_VERIFIED = line("OpenSSL Error\\S* .*certificate verify failed.*");
    private static final Pattern NOT_TLS = line(
            "Client connection from \\S+ failed: error:.*(?:http request|wrong version number|unknown protocol|https proxy request).*");

    private BrokerLog() {}

    private static Pattern line(String form) {
        return Pattern.compile(STAMP + form, Pattern.DOTALL);
    }

    static Optional<BrokerEvent> read(String topic, String line) {
        if (topic.equals(SUBSCRIBE)) {
            return match(SUBSCRIBED, line, found -> new BrokerEvent.Subscribed(terminal(found), found.group(2)));
        }
        return match(CONNECTED, line, found -> new BrokerEvent.Connected(terminal(found), protocol(found)))
                .or(() ->
                        RELOADING.matcher(line).matches() ? Optional.of(new BrokerEvent.Reloading()) : Optional.empty())
                .or(() -> match(KICKED, line, found -> new BrokerEvent.Kicked(terminal(found))))
                .or(() -> refusal(line));
    }

    private static Optional<BrokerEvent> refusal(String line) {
        return refused(OVERSIZE, line, RefusalKind.PACKET_TOO_LONG, RefusalKind.PACKET_TOO_LONG)
                .or(() -> refused(BROKEN, line, RefusalKind.PACKET_BROKEN, RefusalKind.NOT_MQTT))
                .or(() -> refused(BROKEN_OTHERWISE, line, RefusalKind.PACKET_BROKEN, RefusalKind.NOT_MQTT))
                .or(() -> nobody(NO_CERTIFICATE, line, RefusalKind.NO_CERTIFICATE))
                .or(() -> nobody(NOT_VERIFIED, line, RefusalKind.FOREIGN_CERTIFICATE))
                .or(() -> nobody(NOT_TLS, line, RefusalKind.NOT_MQTT));
    }

    /** A client that has not said CONNECT yet has no name in the log. */
    private static Optional<BrokerEvent> refused(Pattern form, String line, RefusalKind named, RefusalKind unnamed) {
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Who who = Who.terminalNamed(matcher.group(1));
        return Optional.of(new BrokerEvent.Refused(who.equals(Who.NOBODY) ? unnamed : named, who));
    }

    private static Optional<BrokerEvent> nobody(Pattern form, String line, RefusalKind kind) {
        return form.matcher(line).matches() ? Optional.of(new BrokerEvent.Refused(kind, Who.NOBODY)) : Optional.empty();
    }

    /** Lines about the server's own connections are of no interest. */
    private static Optional<BrokerEvent> match(Pattern form, String line, Function<MatchResult, BrokerEvent> event) {
        Matcher matcher = form.matcher(line);
        return matcher.matches() && TerminalId.isValid(matcher.group(1))
                ? Optional.of(event.apply(matcher.toMatchResult()))
                : Optional.empty();
    }

    private static TerminalId terminal(MatchResult found) {
        return new TerminalId(found.group(1));
    }

    private static int protocol(MatchResult found) {
        return found.group(2).length() > 1 ? Integer.MAX_VALUE : Integer.parseInt(found.group(2));
    }
}
