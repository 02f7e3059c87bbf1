/** What a social-security card tells without a PIN. */
@NullMarked
package org.yici.driver.chip.social;

import org.jspecify.annotations.NullMarked;
