package org.yici.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store under kill -9 and on a file system that cannot be written, in processes of their own. */
class StoreProcessTest {
    @TempDir
    Path folder;

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KeepingProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 400})
    void hasEveryAcknowledgedEntryAfterAKill(int acknowledged) throws Exception {
        Path file = folder.resolve("agent.db");
        Process process = start(java("keep", file.toString()));
        Set<UUID> kept = new HashSet<>();
        try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8)) {
            while (kept.size() < acknowledged) {
                kept.add(UUID.fromString(words.readLine()));
            }
            process.toHandle().destroyForcibly();
            words.lines().filter(line -> line.length() == 36).forEach(line -> kept.add(UUID.fromString(line)));
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (AgentStore store = AgentStore.open(file)) {
            Set<UUID> there = store.firstRows(100_000, Long.MAX_VALUE).stream()
                    .map(OutboxRow::key)
                    .collect(Collectors.toSet());
            assertThat(there).containsAll(kept);
            assertThat(there.size()).isLessThanOrEqualTo(kept.size() + 1);
        }
    }

    @Test
    void saysThatItCannotBeWritten() throws Exception {
        Path bwrap = Path.of("/usr/bin/bwrap");
        assumeTrue(Files.isExecutable(bwrap), "not run here: needs bubblewrap");
        Path file = folder.resolve("agent.db");
        AgentStore.open(file).close();
        Path library = Files.createDirectory(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                bwrap.toString(),
                "--ro-bind",
                "/",
                "/",
                "--dev",
                "/dev",
                "--bind",
                library.toString(),
                "/tmp",
                "--ro-bind",
                folder.toString(),
                "/mnt"));
        command.addAll(java("open", "/mnt/agent.db"));
        Process process = start(command);
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!words.startsWith("bwrap:"), "not run here: needs namespaces for bubblewrap: " + words);
        assertThat(words).contains("read_only: ").contains("/mnt/agent.db").contains("cannot be written");
    }
}
