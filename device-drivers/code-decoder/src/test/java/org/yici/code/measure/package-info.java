/** Measures how much is decoded, and how fast. */
@NullMarked
package org.yici.code.measure;

import org.jspecify.annotations.NullMarked;
