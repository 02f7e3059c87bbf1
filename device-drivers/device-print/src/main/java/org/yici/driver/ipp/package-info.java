/** The document printer over IPP (RFC 8010, RFC 8011), directly and without a print spooler. */
@NullMarked
package org.yici.driver.ipp;

import org.jspecify.annotations.NullMarked;
