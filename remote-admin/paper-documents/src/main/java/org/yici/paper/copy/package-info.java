/** What a terminal does with a sealed PDF: show it and print a numbered copy, without a file and without touching the sealed bytes. */
@NullMarked
package org.yici.paper.copy;

import org.jspecify.annotations.NullMarked;
