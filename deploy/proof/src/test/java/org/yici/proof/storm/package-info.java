/** Devices that are unplugged and plugged in again at any moment of an operation, again and again. */
@NullMarked
package org.yici.proof.storm;

import org.jspecify.annotations.NullMarked;
