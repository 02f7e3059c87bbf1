/** Hand-written devices for tests of what uses devices; they do what a test tells them. */
@NullMarked
package org.yici.device.fake;

import org.jspecify.annotations.NullMarked;
