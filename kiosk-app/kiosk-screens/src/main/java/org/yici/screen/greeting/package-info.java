/** The greeting by masked name and the great choices. */
@NullMarked
package org.yici.screen.greeting;

import org.jspecify.annotations.NullMarked;
