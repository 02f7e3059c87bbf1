package org.yici.measure;

import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.BACKey;
import org.jmrtd.PassportService;
import org.jmrtd.lds.icao.DG11File;
import org.jmrtd.lds.icao.DG1File;
import org.jspecify.annotations.Nullable;
import org.yici.check.rig.Unmet;
import org.yici.device.TravelDocumentKey;

/** A travel document read as JMRTD's own examples do, over the same PC/SC library as the driver, without deadlines or checks. */
final class PlainJmrtd {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");

    private PlainJmrtd() {}

    /**
     * From a connection of its own to the smart-card service, as the driver has one for each conversation, to both data groups, in ms; waits
     * for the card first.
     */
    static double millis(String name, TravelDocumentKey key) throws IOException {
        try {
            if (!reader(name).waitForCardPresent(TimeUnit.SECONDS.toMillis(20))) {
                throw new Unmet("no card in " + name);
            }
            long began = System.nanoTime();
            Card card = reader(name).connect("*");
            try {
                read(card.getBasicChannel(), key);
                return (System.nanoTime() - began) / 1e6;
            } finally {
                card.disconnect(false);
            }
        } catch (CardException | CardServiceException | NoSuchAlgorithmException e) {
            throw new IOException("JMRTD alone cannot read the document", e);
        }
    }

    private static CardTerminal reader(String name) throws NoSuchAlgorithmException {
        CardTerminal reader = TerminalFactory.getInstance("PC/SC", null, new Smartcardio())
                .terminals()
                .getTerminal(name);
        if (reader == null) {
            throw new Unmet("no reader " + name);
        }
        return reader;
    }

    private static void read(CardChannel channel, TravelDocumentKey key) throws CardServiceException, IOException {
        PassportService service = new PassportService(new OverChannel(channel), 256, 224, false, true);
        service.open();
        service.sendSelectApplet(false);
        service.doBAC(new BACKey(key.number(), SHORT.format(key.birth()), SHORT.format(key.expires())));
        try (InputStream zone = service.getInputStream(PassportService.EF_DG1, 224);
                InputStream details = service.getInputStream(PassportService.EF_DG11, 224)) {
            new DG1File(zone).getMRZInfo();
            new DG11File(details).getNameOfHolder();
        }
    }

    private static final class OverChannel extends CardService {
        private static final long serialVersionUID = 1L;

        private final transient CardChannel channel;

        OverChannel(CardChannel channel) {
            this.channel = channel;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
            try {
                return new ResponseAPDU(channel.transmit(new javax.smartcardio.CommandAPDU(command.getBytes()))
                        .getBytes());
            } catch (CardException e) {
                throw new CardServiceException("the card does not answer", e);
            }
        }

        @Override
        public void open() {}

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public byte[] getATR() {
            return channel.getCard().getATR().getBytes();
        }

        @Override
        public void close() {}

        @Override
        public boolean isConnectionLost(@Nullable Exception e) {
            return false;
        }
    }
}
