/** The command line for whoever mounts, tries or mends a terminal's devices: one JSON object a line on standard output, plain words beside it. */
@NullMarked
package org.yici.devices;

import org.jspecify.annotations.NullMarked;
