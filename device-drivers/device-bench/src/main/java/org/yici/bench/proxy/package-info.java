/** A TCP line that can be cut and joined again. */
@NullMarked
package org.yici.bench.proxy;

import org.jspecify.annotations.NullMarked;
