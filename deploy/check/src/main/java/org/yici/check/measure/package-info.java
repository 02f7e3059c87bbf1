/** Takes times and sizes of a running demo from outside. */
@NullMarked
package org.yici.check.measure;

import org.jspecify.annotations.NullMarked;
