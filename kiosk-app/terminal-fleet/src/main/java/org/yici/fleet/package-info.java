/** Many terminals in one program: each with a certificate and a connection of its own, none with screen or devices. */
@NullMarked
package org.yici.fleet;

import org.jspecify.annotations.NullMarked;
