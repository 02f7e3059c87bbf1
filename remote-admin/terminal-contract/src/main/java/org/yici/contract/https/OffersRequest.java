package org.yici.contract.https;

import org.yici.contract.IdentityEvidence;

/** What can this person have printed here and now? */
public record OffersRequest(Citizen citizen, IdentityEvidence evidence) {}
