/** Takes the drivers' times against the bench. */
@NullMarked
package org.yici.measure;

import org.jspecify.annotations.NullMarked;
