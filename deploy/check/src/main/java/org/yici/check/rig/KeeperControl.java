package org.yici.check.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders to the keeper of a demo ({@code deploy/lib/control.py}): ends, stops and holds its programs. Any thread. */
public final class KeeperControl {
    private final Path socket;

    public KeeperControl(Path socket) {
        this.socket = socket;
    }

    /** {@code {"agent": {"pid", "running", "ready", "starts", "user", "held"}, …}}. */
    public JsonNode programs() throws IOException {
        return ask(Map.of("do", "programs")).path("programs");
    }

    /** How often a program was started. */
    public int starts(String program) throws IOException {
        return programs().path(program).path("starts").asInt();
    }

    /** Kills a program and all its children at once; the keeper starts it again. */
    public void kill(String program) throws IOException {
        signal(program, "KILL");
    }

    /** {@code STOP}, {@code CONT}, {@code TERM} or {@code KILL} to the program and its children. */
    public void signal(String program, String signal) throws IOException {
        order(Map.of("do", "signal", "program", program, "signal", signal));
    }

    /** Kills a program and does not start it again until {@link #release}. */
    public void hold(String program) throws IOException {
        order(Map.of("do", "hold", "program", program));
    }

    public void release(String program) throws IOException {
        order(Map.of("do", "release", "program", program));
    }

    private void order(Map<String, String> order) throws IOException {
        JsonNode answer = ask(order);
        if (!answer.path("ok").asBoolean(false)) {
            throw new Unmet("the keeper does not do " + order + ": "
                    + answer.path("why").asString(""));
        }
    }

    private JsonNode ask(Map<String, String> order) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                BufferedReader lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            ByteBuffer line = ByteBuffer.wrap(
                    (JsonMapper.shared().writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            return JsonMapper.shared()
                    .readTree(Optional.ofNullable(lines.readLine())
                            .orElseThrow(() -> new Unmet("the keeper does not answer " + order)));
        }
    }
}
