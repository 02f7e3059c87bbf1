/** Who may reach what the bench puts into the file system. */
@NullMarked
package org.yici.bench.access;

import org.jspecify.annotations.NullMarked;
