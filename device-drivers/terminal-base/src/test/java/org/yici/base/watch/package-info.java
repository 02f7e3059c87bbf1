/** Fails any test in whose course the number of a citizen was logged or printed; other modules' tests take it as a jar. */
@NullMarked
package org.yici.base.watch;

import org.jspecify.annotations.NullMarked;
