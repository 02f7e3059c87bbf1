/** The screen with its patience: time-outs, touches that come too early, results that come too late. */
@NullMarked
package org.yici.journey.front;

import org.jspecify.annotations.NullMarked;
