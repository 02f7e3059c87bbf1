/** What a citizen sees and can touch, as plain values: presenters make them, the Swing views draw them. */
@NullMarked
package org.yici.journey.stage;

import org.jspecify.annotations.NullMarked;
