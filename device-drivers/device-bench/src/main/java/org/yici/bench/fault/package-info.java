/** The switches that break something of the simulated hardware and mend it again. */
@NullMarked
package org.yici.bench.fault;

import org.jspecify.annotations.NullMarked;
