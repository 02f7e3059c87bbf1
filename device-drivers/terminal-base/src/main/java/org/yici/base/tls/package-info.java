/** TLS sockets of client libraries. */
@NullMarked
package org.yici.base.tls;

import org.jspecify.annotations.NullMarked;
