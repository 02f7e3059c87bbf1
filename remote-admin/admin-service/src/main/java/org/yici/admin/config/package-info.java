/** The service's configuration file: one record, every default stated, all faults told together. */
@NullMarked
package org.yici.admin.config;

import org.jspecify.annotations.NullMarked;
