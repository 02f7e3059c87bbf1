/** The port to the upstream platform, which issues, numbers and seals. */
@NullMarked
package org.yici.admin.platform;

import org.jspecify.annotations.NullMarked;
