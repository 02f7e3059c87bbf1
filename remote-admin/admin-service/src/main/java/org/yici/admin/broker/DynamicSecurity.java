package org.yici.admin.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;

/**
 * Speaks with Mosquitto's dynamic security plugin (its documented topic API), which is used as a block list and for nothing else: a
 * client that is listed with the role {@link #ROLE} may neither publish nor subscribe nor hear, whoever is not listed is held by the
 * access list alone. Disabling or deleting a client ends its connection. The plugin does not keep a client with a certificate from
 * connecting (2.0.11 to 2.1.2). Thread-safe.
 */
final class DynamicSecurity {
    /** Denies everything. */
    static final String ROLE = "revoked";

    /** The plugin answers in milliseconds; behind a flood its answer waits for what the flood left. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String EXISTS = "already exists";
    private static final String NOT_FOUND = "not found";

    private final String instance = UUID.randomUUID().toString();
    private final AtomicLong packets = new AtomicLong();
    private final Map<String, CompletableFuture<List<Answer>>> waiting = new ConcurrentHashMap<>();
    private volatile BrokerSession.@Nullable Commands line;

    /** What the plugin says to one packet of commands. */
    record Answers(List<Answer> responses) {
        Answers {
            responses = List.copyOf(responses);
        }
    }

    /** What it says to one command; other fields are passed over. */
    record Answer(String command, Optional<String> correlationData, Optional<String> error, Optional<Listed> data) {}

    /** The data of {@code listClients}. */
    record Listed(Optional<List<String>> clients) {}

    void opened(BrokerSession.Commands commands) {
        line = commands;
    }

    /** Whoever waits for an answer gets none. */
    void ended() {
        line = null;
        waiting.values().forEach(answers -> answers.cancel(false));
    }

    boolean isOpen() {
        return line != null;
    }

    /** Takes an answer; those to other instances are passed over. */
    void answered(byte[] json) {
        try {
            List<Answer> answers = Json.read(json, Answers.class).responses();
            answers.stream()
                    .flatMap(answer -> answer.correlationData().stream())
                    .findFirst()
                    .map(waiting::remove)
                    .ifPresent(asked -> asked.complete(answers));
        } catch (MalformedMessageException e) {
            // Nobody waits for what cannot be read; whoever waits for an answer gives up by itself.
            return;
        }
    }

    /** Makes the role, if it is not there. */
    void makeRole() throws BrokerControlException {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (String kind : List.of("publishClientSend", "publishClientReceive", "subscribePattern")) {
            rules.add(Map.of("acltype", kind, "topic", "#", "allow", false));
        }
        // From 2.1 on "#" does not cover shared subscriptions.
        rules.add(Map.of("acltype", "subscribePattern", "topic", "$share/#", "allow", false));
        ask(EXISTS, command("createRole", Map.of("rolename", ROLE, "acls", rules)));
    }

    /** Puts the terminal on the list and ends its connection, in one packet. */
    void block(TerminalId terminal) throws BrokerControlException {
        ask(EXISTS, create(terminal), command("disableClient", Map.of("username", terminal.value())));
    }

    /** Takes the terminal off the list; a connection that it has ends, and its next one is as any other. */
    void unblock(TerminalId terminal) throws BrokerControlException {
        ask(NOT_FOUND, delete(terminal));
    }

    /** Ends the connection of a terminal that is not on the list. Its will is not sent. */
    void kick(TerminalId terminal) throws BrokerControlException {
        ask(EXISTS, create(terminal), delete(terminal));
    }

    /** Who is on the list. */
    Set<TerminalId> blocked() throws BrokerControlException {
        return ask("", command("listClients", Map.of())).stream()
                .flatMap(answer -> answer.data().stream())
                .flatMap(data -> data.clients().stream())
                .flatMap(List::stream)
                .filter(TerminalId::isValid)
                .map(TerminalId::new)
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> create(TerminalId terminal) {
        return command(
                "createClient", Map.of("username", terminal.value(), "roles", List.of(Map.of("rolename", ROLE))));
    }

    private static Map<String, Object> delete(TerminalId terminal) {
        return command("deleteClient", Map.of("username", terminal.value()));
    }

    private static Map<String, Object> command(String name, Map<String, Object> parameters) {
        Map<String, Object> command = new HashMap<>(parameters);
        command.put("command", name);
        return command;
    }

    /** @param harmless an error whose text contains this is none; empty for no such */
    @SafeVarargs
    private List<Answer> ask(String harmless, Map<String, Object>... commands) throws BrokerControlException {
        BrokerSession.Commands open = line;
        if (open == null) {
            throw new BrokerControlException("there is no line to the broker");
        }
        String id = instance + "-" + packets.incrementAndGet();
        CompletableFuture<List<Answer>> asked = new CompletableFuture<>();
        waiting.put(id, asked);
        try {
            for (Map<String, Object> command : commands) {
                command.put("correlationData", id);
            }
            open.send(Json.write(Map.of("commands", List.of(commands))));
            return checked(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), harmless);
        } catch (MqttException | ExecutionException e) {
            throw new BrokerControlException("a command could not be sent to the broker", e);
        } catch (TimeoutException e) {
            throw new BrokerControlException("the broker's dynamic security plugin did not answer within "
                    + PATIENCE.toSeconds() + " s; is it loaded, and may this certificate use $CONTROL?");
        } catch (CancellationException e) {
            throw new BrokerControlException("the line to the broker broke before it answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerControlException("interrupted", e);
        } finally {
            waiting.remove(id);
        }
    }

    private static List<Answer> checked(List<Answer> answers, String harmless) throws BrokerControlException {
        for (Answer answer : answers) {
            String error = answer.error().orElse("");
            if (!error.isEmpty() && (harmless.isEmpty() || !error.contains(harmless))) {
                throw new BrokerControlException(
                        "the broker's dynamic security plugin refused " + answer.command() + ": " + error);
            }
        }
        return answers;
    }
}
