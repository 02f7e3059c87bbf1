/** Nobody does what he may not: every access rule, asserted by what came of breaking it, and by its count on the administrators' page. */
@NullMarked
package org.yici.admin.access;

import org.jspecify.annotations.NullMarked;
