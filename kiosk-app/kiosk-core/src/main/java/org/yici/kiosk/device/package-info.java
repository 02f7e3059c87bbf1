/** What the devices of the terminal report to the server. */
@NullMarked
package org.yici.kiosk.device;

import org.jspecify.annotations.NullMarked;
