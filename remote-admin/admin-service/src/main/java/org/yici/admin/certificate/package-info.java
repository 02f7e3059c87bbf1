/** Certificates for citizens: what there is, and copies of it, carried from the platform to the terminal. */
@NullMarked
package org.yici.admin.certificate;

import org.jspecify.annotations.NullMarked;
