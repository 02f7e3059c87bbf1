/** The administrator's pages. */
@NullMarked
package org.yici.admin.page;

import org.jspecify.annotations.NullMarked;
