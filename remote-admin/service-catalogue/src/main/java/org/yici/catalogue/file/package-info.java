/** The catalogue as a folder of files, and the strict reader of it. */
@NullMarked
package org.yici.catalogue.file;

import org.jspecify.annotations.NullMarked;
