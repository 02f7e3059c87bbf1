/** Accounts of administrators; the first is made with a one-time code. */
@NullMarked
package org.yici.admin.account;

import org.jspecify.annotations.NullMarked;
