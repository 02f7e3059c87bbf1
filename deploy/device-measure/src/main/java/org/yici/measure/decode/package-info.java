/** How much of generated pictures of codes is read, and how fast, by each library alone and by the decoder. */
@NullMarked
package org.yici.measure.decode;

import org.jspecify.annotations.NullMarked;
