/** The service's database: migrations, connections, and word of changes to all instances. */
@NullMarked
package org.yici.admin.store;

import org.jspecify.annotations.NullMarked;
