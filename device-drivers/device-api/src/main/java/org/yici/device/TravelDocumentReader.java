package org.yici.device;

import java.util.concurrent.CompletableFuture;
import org.yici.base.Personal;

/** A reader that can read electronic travel documents (ICAO 9303). */
public interface TravelDocumentReader {
    /**
     * Reads the document that lies there, with the key that is printed in it. The future never fails and is completed on the device's
     * thread: at once if no card lies there, else within the driver's deadline and some seconds.
     */
    CompletableFuture<TravelDocumentOutcome> read(Personal<TravelDocumentKey> key);
}
