/** The service's program: command line and wiring. */
@NullMarked
package org.yici.admin;

import org.jspecify.annotations.NullMarked;
