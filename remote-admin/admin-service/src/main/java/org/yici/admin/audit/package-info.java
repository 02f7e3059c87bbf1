/** What administrators and the program did that must be found again. */
@NullMarked
package org.yici.admin.audit;

import org.jspecify.annotations.NullMarked;
