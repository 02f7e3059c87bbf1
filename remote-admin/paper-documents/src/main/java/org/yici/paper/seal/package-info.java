/** The electronic seal on a PDF: setting it (service) and judging it against the anchors of a file (terminal). */
@NullMarked
package org.yici.paper.seal;

import org.jspecify.annotations.NullMarked;
