/** HTTP requests whose answers have a deadline and a largest size. */
@NullMarked
package org.yici.base.http;

import org.jspecify.annotations.NullMarked;
