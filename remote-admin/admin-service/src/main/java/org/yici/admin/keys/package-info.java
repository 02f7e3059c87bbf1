/** Keys and certificates of the service, read from one folder of PEM files. */
@NullMarked
package org.yici.admin.keys;

import org.jspecify.annotations.NullMarked;
