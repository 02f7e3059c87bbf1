/** What every driver of a kind has to hold to; simulators run it on every build, real hardware in the lab. */
@NullMarked
package org.yici.device.contract;

import org.jspecify.annotations.NullMarked;
