/** A test tool that a session's virtual machine loads as assistive technology: it shows the accessible tree to the bench. */
@NullMarked
package org.yici.onlooker;

import org.jspecify.annotations.NullMarked;
