package org.yici.driver.chip.travel;

import java.util.Optional;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jspecify.annotations.Nullable;
import org.yici.driver.chip.CardLink;
import org.yici.driver.chip.CardRefusal;

/** The card as JMRTD wants to see it. Keeps why the card was lost, which the library's exceptions hide. */
final class LinkService extends CardService {
    private final CardLink link;
    private @Nullable CardRefusal refusal;

    LinkService(CardLink link) {
        this.link = link;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        try {
            return new ResponseAPDU(link.transmit(new javax.smartcardio.CommandAPDU(command.getBytes()))
                    .getBytes());
        } catch (CardRefusal e) {
            refusal = e;
            throw new CardServiceException(e.nativeCode());
        }
    }

    /** Why the link cannot be used any more. */
    Optional<CardRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void open() {}

    @Override
    public boolean isOpen() {
        return refusal == null;
    }

    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public void close() {}

    @Override
    public boolean isConnectionLost(@Nullable Exception e) {
        return refusal != null;
    }
}
