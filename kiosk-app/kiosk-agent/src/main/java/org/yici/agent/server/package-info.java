/** Requests to the service over HTTPS: the pass for sessions, and enrolment. */
@NullMarked
package org.yici.agent.server;

import org.jspecify.annotations.NullMarked;
