/** Limits how often something may be tried. */
@NullMarked
package org.yici.admin.throttle;

import org.jspecify.annotations.NullMarked;
