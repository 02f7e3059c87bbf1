package org.yici.agent.uplink;

import java.time.Duration;
import org.yici.base.TerminalId;

/**
 * How a terminal presents itself at the broker.
 *
 * @param keepAliveSeconds MQTT's keep-alive, told in the birth too
 * @param healthEvery a health is sent at least this often
 * @param recordedWithin after this long an entry or its "recorded" is taken for lost, and the entry is sent again
 */
public record UplinkConfig(TerminalId terminal, int keepAliveSeconds, Duration healthEvery, Duration recordedWithin) {}
