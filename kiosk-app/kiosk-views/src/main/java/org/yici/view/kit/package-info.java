/** The components all screens are made of: measures in millimetres, colours, words, buttons, icons, motion. */
@NullMarked
package org.yici.view.kit;

import org.jspecify.annotations.NullMarked;
