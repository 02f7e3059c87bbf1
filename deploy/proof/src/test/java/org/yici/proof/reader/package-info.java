/** The resident-identity-card reader's driver against the bench's reader: every fault of it, and every kind of card. */
@NullMarked
package org.yici.proof.reader;

import org.jspecify.annotations.NullMarked;
