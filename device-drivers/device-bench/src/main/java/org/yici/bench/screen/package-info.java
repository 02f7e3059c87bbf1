/** What the kiosk shows: its pixels, which of them changed, and a finger on them. */
@NullMarked
package org.yici.bench.screen;

import org.jspecify.annotations.NullMarked;
