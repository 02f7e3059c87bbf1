package org.yici.service.certificate;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.kiosk.port.ServerResult;

/**
 * What a citizen asks the service for now. Calls do not block; the futures never fail, may complete on any thread, and do so within 20
 * seconds.
 */
public interface CertificateApi {
    /** What can this person have here and now? */
    CompletableFuture<ServerResult<Offers>> offers(OffersRequest request);

    /** One copy, please. A repeat under the same {@code key} is answered with the same copy. */
    CompletableFuture<ServerResult<IssuedCopy>> issue(UUID key, CopyRequest request);
}
