/** What to take along when it is done or over. */
@NullMarked
package org.yici.screen.ending;

import org.jspecify.annotations.NullMarked;
