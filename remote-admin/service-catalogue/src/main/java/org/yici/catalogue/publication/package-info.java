/** What makes a folder out of a catalogue: check, search index, files. Runs where content is published, never on a terminal. */
@NullMarked
package org.yici.catalogue.publication;

import org.jspecify.annotations.NullMarked;
