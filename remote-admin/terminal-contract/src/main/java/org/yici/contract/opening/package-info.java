/** Opening what sessions sealed: what the service alone can do. */
@NullMarked
package org.yici.contract.opening;

import org.jspecify.annotations.NullMarked;
