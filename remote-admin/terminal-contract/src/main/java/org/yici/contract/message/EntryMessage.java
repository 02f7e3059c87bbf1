package org.yici.contract.message;

import org.yici.contract.entry.Entry;

/**
 * Carries one entry.
 *
 * @param version version of this message's form, 1
 */
public record EntryMessage(int version, Stamp stamp, Entry entry) {}
