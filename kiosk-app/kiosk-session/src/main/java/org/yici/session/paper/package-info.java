/** Checking, drawing and marking sealed documents, on a thread of its own. */
@NullMarked
package org.yici.session.paper;

import org.jspecify.annotations.NullMarked;
