package org.yici.service.certificate;

import java.util.UUID;

/**
 * A copy that was asked for and not ordered from the printer.
 *
 * @param key the request was sent under
 * @param consent the wording that was agreed to; a repeat under the same key names the same
 */
record UnprintedCopy(UUID key, String consent) {}
