/** Durable facts on their way from a terminal to the centre. */
@NullMarked
package org.yici.contract.entry;

import org.jspecify.annotations.NullMarked;
