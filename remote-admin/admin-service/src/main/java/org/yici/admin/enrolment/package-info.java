/** How a machine becomes a terminal: a one-time code, a certificate request, a certificate. */
@NullMarked
package org.yici.admin.enrolment;

import org.jspecify.annotations.NullMarked;
