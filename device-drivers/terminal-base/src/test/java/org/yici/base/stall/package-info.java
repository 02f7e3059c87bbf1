/** Servers that stop answering in each way that a client has to bear. */
@NullMarked
package org.yici.base.stall;

import org.jspecify.annotations.NullMarked;
