/** Whether everybody gets their own certificate, over several instances and with a platform that mixes people up. */
@NullMarked
package org.yici.admin.holder;

import org.jspecify.annotations.NullMarked;
