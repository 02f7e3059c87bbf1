package org.yici.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

    /** In namespaces of its own, with {@code view} of this machine's files. */
    private String inView(List<String> view, List<String> java) throws IOException {
        Path bwrap = Path.of("/usr/bin/bwrap");
        assumeTrue(Files.isExecutable(bwrap), "not run here: needs bubblewrap");
        Path library = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                bwrap.toString(), "--ro-bind", "/", "/", "--dev", "/dev", "--bind", library.toString(), "/media"));
        command.addAll(view);
        command.add(java.get(0));
        // Not over /tmp: the classes themselves may lie there.
        command.add("-Djava.io.tmpdir=/media");
        command.addAll(java.subList(1, java.size()));
        Process process = start(command);
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!words.startsWith("bwrap:"), "not run here: needs namespaces for bubblewrap: " + words);
        return words;
    }

    @Test
    void saysThatItCannotBeWritten() throws Exception {
        Path file = folder.resolve("agent.db");
        StoreOpener.open(file, Instant.now()).store().close();
        List<String> readOnly = List.of("--ro-bind", folder.toString(), "/mnt");
        assertThat(inView(readOnly, java("open", "/mnt/agent.db")))
                .contains("read_only: ")
                .contains("/mnt/agent.db")
                .contains("cannot be written");
        assertThat(inView(readOnly, java("start", "/mnt/agent.db"))).contains("stand-in true, Optional[read_only]");
    }

    /** A file system of one mebibyte in memory. */
    @Test
    void losesNothingOnAFullDiskAndGoesOnWhenThereIsRoom() throws Exception {
        List<String> command = new ArrayList<>(java());
        command.set(command.size() - 1, FullDiskProcess.class.getName());
        command.add("/mnt");
        assertThat(inView(List.of("--size", "1048576", "--tmpfs", "/mnt"), command))
                .contains("refused full, full")
                .contains("room again: Optional.empty")
                .containsPattern("lost 0 of [1-9][0-9]+, Optional.empty");
    }
}
