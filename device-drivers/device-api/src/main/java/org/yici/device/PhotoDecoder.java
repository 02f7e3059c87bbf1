package org.yici.device;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Makes a picture of the 1,024 bytes of portrait on a resident identity card. Their format (WLT) belongs to the First Research Institute
 * of the Ministry of Public Security and is not published, so that none comes with this project: who has a licensed library puts it
 * behind this interface, in a jar that depends on this module alone, found by {@link ServiceLoader}. Called on the reader's thread.
 */
public interface PhotoDecoder {
    /** The picture; empty if these bytes are none. An exception counts as no picture, and its message is not looked at. */
    Optional<Portrait> decode(byte[] photo);

    /** No picture, ever: what is used where nothing is installed. */
    PhotoDecoder NONE = photo -> Optional.empty();

    /** The first that is installed, otherwise {@link #NONE}. */
    static PhotoDecoder installed() {
        return ServiceLoader.load(PhotoDecoder.class).findFirst().orElse(NONE);
    }
}
