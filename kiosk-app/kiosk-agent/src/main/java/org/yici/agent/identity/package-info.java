/** The terminal's own key and certificate: how it is made at enrolment, and TLS with it (docs/decisions/0006). */
@NullMarked
package org.yici.agent.identity;

import org.jspecify.annotations.NullMarked;
