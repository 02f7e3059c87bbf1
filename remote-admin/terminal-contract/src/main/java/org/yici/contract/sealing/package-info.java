/** Sealing for the centre: what a session does before anything leaves it. */
@NullMarked
package org.yici.contract.sealing;

import org.jspecify.annotations.NullMarked;
