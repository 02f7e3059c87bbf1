/** The server of the flows, over HTTPS with the terminal's pass. */
@NullMarked
package org.yici.session.server;

import org.jspecify.annotations.NullMarked;
