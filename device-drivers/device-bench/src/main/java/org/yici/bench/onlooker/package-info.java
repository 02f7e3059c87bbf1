/** Hears what the kiosk's screen says to assistive technology, where a session under test tells it. */
@NullMarked
package org.yici.bench.onlooker;

import org.jspecify.annotations.NullMarked;
