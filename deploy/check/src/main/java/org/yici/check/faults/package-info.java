/** The fault table: what a citizen sees when something goes away in mid-journey, that nothing is lost, and that the next one is served. */
@NullMarked
package org.yici.check.faults;

import org.jspecify.annotations.NullMarked;
