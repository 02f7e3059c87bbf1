/** Degraded pictures of QR codes, made from a seed. */
@NullMarked
package org.yici.code.degraded;

import org.jspecify.annotations.NullMarked;
