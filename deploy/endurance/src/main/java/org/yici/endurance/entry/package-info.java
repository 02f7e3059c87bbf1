/** What is entered at terminals, what they answered, and what the centre must have of it. */
@NullMarked
package org.yici.endurance.entry;

import org.jspecify.annotations.NullMarked;
