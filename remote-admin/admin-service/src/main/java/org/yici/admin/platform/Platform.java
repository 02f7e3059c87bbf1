package org.yici.admin.platform;

import java.util.List;
import java.util.Optional;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.Offers.Offer;

/**
 * The upstream platform: it knows the citizens, issues and numbers their certificates and seals them; the service carries. Methods
 * block, and end with a {@link PlatformException} when their thread is interrupted, for the service waits for a bounded time only;
 * thread-safe. What they take and give is personal and goes nowhere else.
 */
public interface Platform {
    /** What this person can have now; kinds that cannot be had say why and what to do. */
    List<Offer> offers(Citizen citizen) throws PlatformException;

    /**
     * Issues one copy. The same order again gives the same copy, bytes included, also while the first is still being worked on. After a
     * {@link PlatformException} it is not known whether the copy was issued.
     */
    Issue issue(CopyOrder order) throws PlatformException;

    /** The copy that was issued under this order's name; empty if none was until now. Issues nothing. */
    Optional<NumberedCopy> find(String copyId) throws PlatformException;
}
