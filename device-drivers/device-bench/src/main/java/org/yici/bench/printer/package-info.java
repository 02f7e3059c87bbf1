/** The mechanics of the bench's printer: jobs, paper and the tray, without a word of IPP. */
@NullMarked
package org.yici.bench.printer;

import org.jspecify.annotations.NullMarked;
