package org.yici.admin.platform;

import org.yici.contract.https.Citizen;

/**
 * One copy of a certificate.
 *
 * @param copyId names the order and the copy; random, the same in a repeat
 * @param kind the kind's name, as in the offer
 */
public record CopyOrder(String copyId, Citizen citizen, String kind) {}
