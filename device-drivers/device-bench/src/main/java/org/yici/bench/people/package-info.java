/** The invented people whose cards are laid on the bench's reader. */
@NullMarked
package org.yici.bench.people;

import org.jspecify.annotations.NullMarked;
