/** The reference platform: an invented department with its own people, keys and tables. */
@NullMarked
package org.yici.admin.platform.reference;

import org.jspecify.annotations.NullMarked;
