/** The server's line to the broker, its block list there, what the broker's log tells, and the list of revoked certificates. */
@NullMarked
package org.yici.admin.broker;

import org.jspecify.annotations.NullMarked;
