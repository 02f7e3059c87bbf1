/** What a certificate says, its identifier, and its layout as a PDF/A page that waits for a seal. */
@NullMarked
package org.yici.paper.certificate;

import org.jspecify.annotations.NullMarked;
