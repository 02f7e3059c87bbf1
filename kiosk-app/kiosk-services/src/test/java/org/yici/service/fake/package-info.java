/** Hand-written outsides for tests of flows; they do what a test tells them, in virtual time. */
@NullMarked
package org.yici.service.fake;

import org.jspecify.annotations.NullMarked;
