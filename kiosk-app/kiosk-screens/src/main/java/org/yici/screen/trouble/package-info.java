/** What did not work, in the citizen's words, and what to do now. */
@NullMarked
package org.yici.screen.trouble;

import org.jspecify.annotations.NullMarked;
