/** Whether terminals are there and how they are, from what they say and from what the broker says of them. */
@NullMarked
package org.yici.admin.health;

import org.jspecify.annotations.NullMarked;
