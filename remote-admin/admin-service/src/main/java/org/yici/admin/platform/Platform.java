package org.yici.admin.platform;

import java.util.List;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.Offers.Offer;

/**
 * The upstream platform: it knows the citizens, issues and numbers their certificates and seals them; the service carries. Methods
 * block; thread-safe. What they take and give is personal and goes nowhere else.
 */
public interface Platform {
    /** What this person can have now; kinds that cannot be had say why and what to do. */
    List<Offer> offers(Citizen citizen) throws PlatformException;

    /** Issues one copy. The same order again gives the same copy, bytes included. */
    Issue issue(CopyOrder order) throws PlatformException;
}
