/** The bench's page and its HTTP interface for scripts. */
@NullMarked
package org.yici.bench.web;

import org.jspecify.annotations.NullMarked;
