/** Goes through the running demo from outside, as a citizen and as an administrator, and asserts what can be seen. */
@NullMarked
package org.yici.check;

import org.jspecify.annotations.NullMarked;
