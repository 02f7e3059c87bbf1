/** Finds printed codes in pictures and tells what they say. */
@NullMarked
package org.yici.code;

import org.jspecify.annotations.NullMarked;
