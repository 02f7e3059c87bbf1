/** The program a citizen stands in front of: wires devices, journeys, screens, the agent's link and the centre; one citizen, no file. */
@NullMarked
package org.yici.session;

import org.jspecify.annotations.NullMarked;
