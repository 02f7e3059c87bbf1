/** A narrow port to an MQTT 5 broker, and Eclipse Paho behind it (docs/decisions/0041). */
@NullMarked
package org.yici.agent.broker;

import org.jspecify.annotations.NullMarked;
