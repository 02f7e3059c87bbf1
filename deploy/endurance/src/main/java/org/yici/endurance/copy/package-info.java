/** Certificates asked for over HTTPS while everything fails: what the service answered, it must have kept. */
@NullMarked
package org.yici.endurance.copy;

import org.jspecify.annotations.NullMarked;
