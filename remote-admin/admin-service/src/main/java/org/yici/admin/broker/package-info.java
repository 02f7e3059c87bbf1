/** The broker inside the service, and the service's own line to whatever broker there is. */
@NullMarked
package org.yici.admin.broker;

import org.jspecify.annotations.NullMarked;
