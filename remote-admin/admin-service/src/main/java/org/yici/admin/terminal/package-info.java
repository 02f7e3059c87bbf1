/** The terminals that were enrolled, and what each of them may ask for. */
@NullMarked
package org.yici.admin.terminal;

import org.jspecify.annotations.NullMarked;
