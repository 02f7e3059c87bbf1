package org.yici.check.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @Test
    void readsWhichStretchesOfAProcessCanBeRead() {
        assertThat(Mapping.parse("7f01a000-7f01b000 rw-s 00000000 00:05 32768   /SYSV00000000 (deleted)"))
                .contains(new Mapping(0x7f01a000L, 0x7f01b000L, "/SYSV00000000 (deleted)"));
        assertThat(Mapping.parse("7f01a000-7f01b000 r-xp 00000000 00:00 0 "))
                .map(Mapping::name)
                .contains("[anonymous]");
        assertThat(Mapping.parse("7f01a000-7f01b000 ---p 00000000 00:00 0 ")).isEmpty();
        assertThat(Mapping.parse("7fff1000-7fff5000 r--p 00000000 00:00 0          [vvar]"))
                .isEmpty();
    }

    @Test
    void findsWhatAnotherProcessHolds(@TempDir Path folder) throws IOException {
        byte[] held = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        ProcessBuilder command = new ProcessBuilder("cat");
        command.environment().put("HELD", new String(held, StandardCharsets.US_ASCII));
        Process process = command.start();
        try {
            process.getOutputStream().write('a');
            process.getOutputStream().flush();
            assertThat(process.getInputStream().read()).as("it runs").isEqualTo('a');
            Memory memory = Memory.read(process.pid(), new Memory.Pieces());
            assertThat(memory.search(new Needles(
                                    List.of(Needle.parse(HexFormat.of().formatHex(held)))))
                            .all())
                    .isNotEmpty();
            Path file = folder.resolve("memory");
            memory.keep(file);
            assertThat(file).hasSize(memory.bytes());
            memory.drop();
            assertThat(memory.search(new Needles(
                                    List.of(Needle.parse(HexFormat.of().formatHex(held)))))
                            .all())
                    .isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
