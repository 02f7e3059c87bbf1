/** Shares a few threads out fairly among many senders. */
@NullMarked
package org.yici.admin.dispatch;

import org.jspecify.annotations.NullMarked;
