/** What a program of the terminal tells whoever supervises it, by the protocol of sd_notify(3). */
@NullMarked
package org.yici.ipc.systemd;

import org.jspecify.annotations.NullMarked;
