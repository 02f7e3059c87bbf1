/** What can be wrong with a catalogue: numbered rules, where one is broken, and the sentences for it. */
@NullMarked
package org.yici.catalogue.fault;

import org.jspecify.annotations.NullMarked;
