/** Hand-written outsides for tests of flows; they do what a test tells them, in virtual time. */
@NullMarked
package org.yici.kiosk.fake;

import org.jspecify.annotations.NullMarked;
