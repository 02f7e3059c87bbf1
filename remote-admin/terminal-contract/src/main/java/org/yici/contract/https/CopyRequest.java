package org.yici.contract.https;

import org.yici.contract.IdentityEvidence;

/**
 * One copy of a certificate, please.
 *
 * @param consent version of the consent text that the citizen agreed to
 */
public record CopyRequest(Citizen citizen, IdentityEvidence evidence, String kind, String consent) {}
