package org.yici.agent.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(40)
class KeyToolTest {
    /** It keeps its output open, so that whoever reads that to its end waits as long as it lives. */
    @Test
    void killsAToolThatDoesNotEnd() {
        assertThatThrownBy(() -> KeyTool.run(List.of("sleep", "600"), "the tool", Duration.ofSeconds(1)))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("did not end within 1 s");
    }

    @Test
    void tellsWhatAToolThatFailsSaid() {
        assertThatThrownBy(() ->
                        KeyTool.run(List.of("sh", "-c", "echo no luck; exit 3"), "the tool", Duration.ofSeconds(30)))
                .isInstanceOf(IdentityException.class)
                .hasMessage("the tool failed: no luck");
    }
}
