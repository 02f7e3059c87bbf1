/** Entries: durable facts from terminals, recorded once and answered after the commit. */
@NullMarked
package org.yici.admin.entry;

import org.jspecify.annotations.NullMarked;
