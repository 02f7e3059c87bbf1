/** One citizen's visit: who it is, and the ways out of what they do. */
@NullMarked
package org.yici.journey.visit;

import org.jspecify.annotations.NullMarked;
