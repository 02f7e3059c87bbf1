/** What did not work, in the citizen's words, and what to do now. */
@NullMarked
package org.yici.view.error;

import org.jspecify.annotations.NullMarked;
