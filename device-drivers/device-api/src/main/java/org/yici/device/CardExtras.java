package org.yici.device;

import java.util.Optional;

/**
 * What a card told besides its text. Each part is read only where the reader's configuration asks for it: it costs time, and data that
 * serves no purpose stays on the card. Personal, as the card is.
 *
 * @param newestAddress an address that was written to the card after it was printed
 * @param portrait empty without a {@link PhotoDecoder}, or if that could not read it
 * @param fingerprints how many fingerprints the card holds, 0 to 2; they themselves are not kept
 */
public record CardExtras(Optional<String> newestAddress, Optional<Portrait> portrait, int fingerprints) {
    /** Nothing was asked for. */
    public static final CardExtras NONE = new CardExtras(Optional.empty(), Optional.empty(), 0);

    public CardExtras {
        if (fingerprints < 0 || fingerprints > 2) {
            throw new IllegalArgumentException("a card holds up to two fingerprints, not " + fingerprints);
        }
    }

    @Override
    public String toString() {
        return "CardExtras";
    }
}
