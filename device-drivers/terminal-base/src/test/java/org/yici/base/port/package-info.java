/** Ports for servers that tests start, and the server that stops answering. */
@NullMarked
package org.yici.base.port;

import org.jspecify.annotations.NullMarked;
