/** The example of a driver, built and loaded as a third party would. */
@NullMarked
package org.yici.proof.example;

import org.jspecify.annotations.NullMarked;
