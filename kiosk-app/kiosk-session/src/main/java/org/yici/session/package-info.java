/** The program a citizen stands in front of: wires devices, flows, screens, the agent's link and the server; one citizen, no file. */
@NullMarked
package org.yici.session;

import org.jspecify.annotations.NullMarked;
