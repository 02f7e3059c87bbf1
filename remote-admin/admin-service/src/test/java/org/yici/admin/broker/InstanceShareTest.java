package org.yici.admin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yici.base.TerminalId;

class InstanceShareTest {
    private static final int TERMINALS = 9_000;

    private static Map<TerminalId, Integer> owners(Set<Integer> watches) {
        return IntStream.range(0, TERMINALS)
                .mapToObj("town-%05d"::formatted)
                .map(TerminalId::new)
                .collect(Collectors.toMap(Function.identity(), terminal -> InstanceShare.owner(terminal, watches)));
    }

    @Test
    void givesEachInstanceItsPart() {
        Map<Integer, Long> parts = owners(Set.of(7, 8, 123_456)).values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(parts.keySet()).containsExactlyInAnyOrder(7, 8, 123_456);
        assertThat(parts.values()).allSatisfy(part -> assertThat(part).isBetween(TERMINALS / 4L, TERMINALS / 2L));
    }

    @Test
    void movesOnlyTheTerminalsOfTheInstanceThatEnded() {
        Map<TerminalId, Integer> before = owners(Set.of(7, 8, 9));
        Map<TerminalId, Integer> after = owners(Set.of(7, 9));

        before.forEach((terminal, owner) -> {
            if (owner != 8) {
                assertThat(after).containsEntry(terminal, owner);
            }
        });
    }
}
