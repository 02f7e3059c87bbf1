/** Kinds of device, their status, events, results and errors, in the words of CEN XFS4IoT; no third-party library. */
@NullMarked
package org.yici.device;

import org.jspecify.annotations.NullMarked;
