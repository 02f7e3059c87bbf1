/** Printing with a ledger: intent, order, outcome, and what lost sessions left open; knows no kind of document. */
@NullMarked
package org.yici.kiosk.print;

import org.jspecify.annotations.NullMarked;
