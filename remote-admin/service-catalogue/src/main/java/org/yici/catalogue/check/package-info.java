/** The rules that a catalogue keeps before it is published. */
@NullMarked
package org.yici.catalogue.check;

import org.jspecify.annotations.NullMarked;
