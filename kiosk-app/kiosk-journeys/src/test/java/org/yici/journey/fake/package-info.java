/** Hand-written outsides for tests of journeys; they do what a test tells them, in virtual time. */
@NullMarked
package org.yici.journey.fake;

import org.jspecify.annotations.NullMarked;
