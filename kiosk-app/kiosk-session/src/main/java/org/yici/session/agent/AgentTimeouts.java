package org.yici.session.agent;

import java.time.Duration;

/**
 * How long a session waits for the agent.
 *
 * @param first for the first welcome: the agent may be starting as well
 * @param again for the next welcome after the link broke
 * @param hello for the answer to one hello; an agent that accepts and says nothing hangs
 * @param pause between two tries
 * @param halt after "ending" for the halt; then the process halts by itself
 */
public record AgentTimeouts(Duration first, Duration again, Duration hello, Duration pause, Duration halt) {
    public static final AgentTimeouts OF_THE_PRODUCT = new AgentTimeouts(
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofSeconds(3));
}
