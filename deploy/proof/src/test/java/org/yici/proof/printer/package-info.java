/** Printers that lie: what the screen says and what the ledger says, with the real driver, journey, link and store. */
@NullMarked
package org.yici.proof.printer;

import org.jspecify.annotations.NullMarked;
