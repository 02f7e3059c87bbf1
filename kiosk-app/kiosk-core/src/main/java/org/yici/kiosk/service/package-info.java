/** What a citizen service is to the terminal: its id, what it needs, and what it is given when it starts. */
@NullMarked
package org.yici.kiosk.service;

import org.jspecify.annotations.NullMarked;
