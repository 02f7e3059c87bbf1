/** What was refused, to whom, how often: counted at every gate and shown to administrators. */
@NullMarked
package org.yici.admin.refusal;

import org.jspecify.annotations.NullMarked;
