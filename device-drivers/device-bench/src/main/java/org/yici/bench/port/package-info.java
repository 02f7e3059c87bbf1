/** Ports that the bench's devices take again after they were away. */
@NullMarked
package org.yici.bench.port;

import org.jspecify.annotations.NullMarked;
