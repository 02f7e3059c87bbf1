/** Ports for servers that tests start. */
@NullMarked
package org.yici.base.port;

import org.jspecify.annotations.NullMarked;
