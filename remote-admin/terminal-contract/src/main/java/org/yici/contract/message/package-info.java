/** What an agent and the service say to each other over MQTT. */
@NullMarked
package org.yici.contract.message;

import org.jspecify.annotations.NullMarked;
