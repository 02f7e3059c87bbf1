/** What to take along when it is done or over. */
@NullMarked
package org.yici.view.finish;

import org.jspecify.annotations.NullMarked;
