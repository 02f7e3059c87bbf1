/** What every record of the catalogue is made of: texts in several languages, keys, bounds. */
@NullMarked
package org.yici.catalogue.text;

import org.jspecify.annotations.NullMarked;
