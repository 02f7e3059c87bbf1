/** The pages of the proof: their tables are what tests expect. */
@NullMarked
package org.yici.proof.page;

import org.jspecify.annotations.NullMarked;
