/** Where facts were read: sources, and the places in them. */
@NullMarked
package org.yici.catalogue.source;

import org.jspecify.annotations.NullMarked;
