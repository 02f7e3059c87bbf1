package org.yici.kiosk.visit;

import org.yici.device.DeviceKind;
import org.yici.kiosk.service.IdentityFactor;

/** A card that identifies its holder. */
public enum Card {
    /** Laid on the pad: an identity card, a residence permit, a foreign resident's card. */
    IDENTITY_CARD(DeviceKind.IDENTITY_READER, IdentityFactor.CARD_GENUINE),
    /** Inserted: a social-security card. */
    SOCIAL_SECURITY_CARD(DeviceKind.CHIP_CARD_READER, IdentityFactor.CARD_UNPROVEN);

    private final DeviceKind reader;
    private final IdentityFactor factor;

    Card(DeviceKind reader, IdentityFactor factor) {
        this.reader = reader;
        this.factor = factor;
    }

    /** The kind of device that reads it. */
    public DeviceKind reader() {
        return reader;
    }

    /** What it proves. */
    public IdentityFactor factor() {
        return factor;
    }
}
