package org.yici.bench.chip;

import java.util.Locale;

/** What can be wrong or unusual with the card in the reader; each is a switch. */
public enum ChipQuirk {
    /** Commands are kept and never answered; one that was kept comes back only when the card is taken. */
    CARD_MUTE,
    /** From the fourth command since it was put in, the card answers success and nothing else. */
    EMPTY_SUCCESS,
    /** The card goes in the middle of its seventh command. */
    YANKED,
    /** One command, the third or a later one, is answered with 6F00. */
    WRONG_STATUS,
    /** Each answer comes 0.2 s late. */
    SLOW,
    /** Records of a social-security card are shorter than they say; the zone of a travel document too. */
    FILE_TOO_LONG,
    /** Social security, third generation: EF06 wants a PIN. */
    GUARDS_HOLDER,
    /** Social security, first generation: records are asked for by tag, and there is no EF06. Stronger than {@link #GUARDS_HOLDER}. */
    NUMBERS_BY_TAG,
    /** Social security: the card ran out at the end of 2019. */
    EXPIRED,
    /** Social security: the card is issued on the first day of 2090. */
    NOT_YET_VALID,
    /** The card answers success to every SELECT, whatever it has. */
    SELECTS_ANYTHING,
    /** A travel document gives at most 128 bytes of a file a command; more ends its secure messaging with 6700. */
    SHORT_READS,
    /** The additional details of a travel document (DG11) are not what the standard says, which leaves them optional. */
    ODD_DETAILS;

    /** As scripts call it. */
    public String switchName() {
        return "chip-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
