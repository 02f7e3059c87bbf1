/** Where messages of terminals come in: told apart, handed on, and never able to stop the ones behind them. */
@NullMarked
package org.yici.admin.inbox;

import org.jspecify.annotations.NullMarked;
