/** What sessions and agents ask the service over HTTPS. */
@NullMarked
package org.yici.contract.https;

import org.jspecify.annotations.NullMarked;
