package org.yici.ipc;

import java.util.UUID;
import org.yici.contract.entry.SealedBox;

/**
 * A print that is about to happen, written down before the printer hears of it.
 *
 * @param key UUID of version 7; also the key of the report that closes it
 * @param jobName the job's name at the printer, which is the copy's id
 * @param printer id of the device
 * @param sheets sheets ordered
 * @param remainder what the centre needs to know of it if the session is lost, sealed; opaque here
 */
public record PrintIntent(UUID key, String jobName, String printer, int sheets, SealedBox remainder) {}
