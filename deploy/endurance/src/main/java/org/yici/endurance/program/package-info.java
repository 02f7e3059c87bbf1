/** The real programs as processes: agent, service, PostgreSQL, Mosquitto; started, killed, and started again as a keeper would. */
@NullMarked
package org.yici.endurance.program;

import org.jspecify.annotations.NullMarked;
