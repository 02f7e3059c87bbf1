/** The built-in sample, on which a program warms up whatever it will do with paper. */
@NullMarked
package org.yici.paper;

import org.jspecify.annotations.NullMarked;
