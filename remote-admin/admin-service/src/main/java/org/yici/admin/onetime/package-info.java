/** Codes that are told to a person and typed once. */
@NullMarked
package org.yici.admin.onetime;

import org.jspecify.annotations.NullMarked;
