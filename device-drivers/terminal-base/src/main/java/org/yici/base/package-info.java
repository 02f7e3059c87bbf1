/** What everything stands on: ids, time, personal values, folders and the registry of error codes. */
@NullMarked
package org.yici.base;

import org.jspecify.annotations.NullMarked;
