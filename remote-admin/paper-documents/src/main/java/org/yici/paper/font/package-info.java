/** The two type faces that screen and paper share, and the guard that keeps PDFBox from looking for others. */
@NullMarked
package org.yici.paper.font;

import org.jspecify.annotations.NullMarked;
