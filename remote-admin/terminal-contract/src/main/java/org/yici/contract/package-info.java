/** What terminals and the service agree on: topics, the form of JSON and who a citizen is shown to be. */
@NullMarked
package org.yici.contract;

import org.jspecify.annotations.NullMarked;
