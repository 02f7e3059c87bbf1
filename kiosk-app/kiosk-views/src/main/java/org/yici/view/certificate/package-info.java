/** Certificates: what a person can have, consent, and the page before it is printed. */
@NullMarked
package org.yici.view.certificate;

import org.jspecify.annotations.NullMarked;
