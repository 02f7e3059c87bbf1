/** The agent program: from its command line to its end. */
@NullMarked
package org.yici.agent;

import org.jspecify.annotations.NullMarked;
