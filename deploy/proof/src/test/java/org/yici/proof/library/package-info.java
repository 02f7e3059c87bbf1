/** Native libraries come from nowhere that another user of the machine could write to. */
@NullMarked
package org.yici.proof.library;

import org.jspecify.annotations.NullMarked;
