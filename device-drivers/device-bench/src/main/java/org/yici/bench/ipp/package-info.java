/** The wire of the bench's printer: IPP/2.0 over HTTP, read and written by its own codec. */
@NullMarked
package org.yici.bench.ipp;

import org.jspecify.annotations.NullMarked;
