package org.yici.driver.chip.travel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.CardServiceProtocolException;
import org.jmrtd.PassportService;
import org.yici.base.Personal;
import org.yici.device.TravelDocument;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentOutcome.Reason;
import org.yici.driver.chip.CardLink;
import org.yici.driver.chip.CardRefusal;

/**
 * The application of travel documents (ICAO 9303): Basic Access Control with the printed key, then, if countries are trusted, the security
 * object (EF.SOD), then the machine-readable zone (DG1) and the additional details (DG11). Fingerprints and the portrait stay on the chip.
 * Blocks while the card answers; keeps nothing.
 */
public final class TravelDocumentApplication {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final int LONGEST_ANSWER = 256;
    private static final int LARGEST_PIECE = 224;
    private static final int MUTUAL_AUTHENTICATION = 2;

    /** Nobody was older than 122 years, and no document is valid for longer than ten. */
    private static final int OLDEST = 135;

    /** What the libraries log may quote the key. Held, for a logger that nobody holds forgets its level. */
    private static final Logger JMRTD = Logger.getLogger("org.jmrtd");

    private static final Logger SCUBA = Logger.getLogger("net.sf.scuba");

    static {
        JMRTD.setLevel(Level.OFF);
        SCUBA.setLevel(Level.OFF);
    }

    private final Countries countries;

    public TravelDocumentApplication(Countries countries) {
        this.countries = countries;
    }

    /** Reads the document at the other end of {@code link}; {@code today} decides which certificates are valid. */
    public TravelDocumentOutcome read(CardLink link, TravelDocumentKey key, LocalDate today) {
        try {
            return outcome(read(link, key), key, today);
        } catch (Closed e) {
            return new TravelDocumentOutcome.Refused(e.reason, e.nativeCode);
        } catch (CardRefusal e) {
            return new TravelDocumentOutcome.Refused(reason(e), e.nativeCode());
        }
    }

    /** A chip that ends secure messaging because a piece is too large for it is opened again for smaller ones, a few times at most. */
    private TravelDocumentFiles read(CardLink link, TravelDocumentKey key) throws CardRefusal, Closed {
        SecureFiles files = opened(link, key, 0);
        while (true) {
            try {
                return read(files);
            } catch (CardRefusal e) {
                if (!files.endedByPiece()) {
                    throw e;
                }
                files = openedAgain(link, key, files.smaller(), e);
            }
        }
    }

    private static SecureFiles openedAgain(CardLink link, TravelDocumentKey key, int piece, CardRefusal otherwise)
            throws CardRefusal {
        try {
            return opened(link, key, piece);
        } catch (Closed e) {
            throw otherwise;
        }
    }

    private static Reason reason(CardRefusal refusal) {
        return switch (refusal.reason()) {
            case UNREADABLE -> Reason.UNREADABLE;
            case NOT_TRUSTED -> Reason.NOT_TRUSTED;
            case UNSUPPORTED -> Reason.UNSUPPORTED;
        };
    }

    private static SecureFiles opened(CardLink link, TravelDocumentKey key, int piece) throws CardRefusal, Closed {
        LinkService service = new LinkService(link);
        PassportService passport = new PassportService(service, LONGEST_ANSWER, LARGEST_PIECE, false, true);
        try {
            passport.open();
            passport.sendSelectApplet(false);
        } catch (CardServiceException e) {
            throw refusal(service, e, Reason.UNSUPPORTED);
        }
        try {
            BACKey access = new BACKey(key.number(), DATE.format(key.birth()), DATE.format(key.expires()));
            return new SecureFiles(service, passport.doBAC(access).getWrapper(), piece);
        } catch (CardServiceProtocolException e) {
            // One that gives no challenge wants another way of access (PACE).
            throw refusal(service, e, e.getStep() == MUTUAL_AUTHENTICATION ? Reason.WRONG_KEY : Reason.UNSUPPORTED);
        } catch (CardServiceException | RuntimeException e) {
            throw refusal(service, e, Reason.UNREADABLE);
        }
    }

    /** Why the link was lost, if it was; else what the card refused. */
    private static Closed refusal(LinkService service, Exception e, Reason otherwise) throws CardRefusal {
        if (service.refusal().isPresent()) {
            throw service.refusal().get();
        }
        int status = e instanceof CardServiceException said ? said.getSW() : CardServiceException.SW_NONE;
        return new Closed(
                otherwise,
                status == CardServiceException.SW_NONE ? "" : String.format(Locale.ROOT, "%04X", status & 0xFFFF));
    }

    private TravelDocumentFiles read(SecureFiles files) throws CardRefusal {
        // It is the longest of the files, and tells nothing to those who trust no country.
        Optional<byte[]> securityObject =
                countries.isEmpty() ? Optional.empty() : files.read("SOD", PassportService.EF_SOD);
        byte[] zone = files.read("DG1", PassportService.EF_DG1)
                .orElseThrow(() -> new CardRefusal(org.yici.device.ReaderEvent.Reason.UNREADABLE, "DG1"));
        return new TravelDocumentFiles(zone, details(files), securityObject);
    }

    /** Optional data: what the chip does not give of them, it does not have. */
    private static Optional<byte[]> details(SecureFiles files) throws CardRefusal {
        try {
            return files.read("DG11", PassportService.EF_DG11);
        } catch (CardRefusal e) {
            if (files.endedByPiece() || files.isLinkLost()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private TravelDocumentOutcome outcome(TravelDocumentFiles files, TravelDocumentKey key, LocalDate today)
            throws CardRefusal {
        TravelDocument document = document(files, key);
        return new TravelDocumentOutcome.Read(
                Personal.of(document),
                new PassiveAuthentication(countries, today)
                        .verify(files.securityObject(), files.dataGroups(), document.issuer()));
    }

    /** The years of two digits are those of the key, or of the additional details where these tell more. */
    static TravelDocument document(TravelDocumentFiles files, TravelDocumentKey key) throws CardRefusal {
        MachineReadableZone zone = MachineReadableZone.ofDataGroup(files.zone());
        AdditionalDetails details = files.details().isPresent()
                ? AdditionalDetails.ofDataGroup(files.details().get())
                : AdditionalDetails.NONE;
        require("number", zone.number().equals(key.number()));
        require("birth", zone.birth().equals(DATE.format(key.birth())));
        require("expires", zone.expires().equals(DATE.format(key.expires())));
        LocalDate birth = details.birth().orElse(key.birth());
        require("full-birth", zone.birth().equals(DATE.format(birth)));
        require(
                "full-birth",
                birth.isBefore(key.expires()) && birth.isAfter(key.expires().minusYears(OLDEST)));
        return new TravelDocument(
                zone.type(),
                zone.issuer(),
                zone.number(),
                zone.surname(),
                zone.givenNames(),
                zone.nationality(),
                birth,
                zone.sex() == 'M' ? 1 : zone.sex() == 'F' ? 2 : 9,
                key.expires(),
                details.fullName(),
                details.personalNumber());
    }

    private static void require(String field, boolean holds) throws CardRefusal {
        if (!holds) {
            throw CardRefusal.untrue(field);
        }
    }

    /** The document did not open. */
    private static final class Closed extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final String nativeCode;

        Closed(Reason reason, String nativeCode) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.nativeCode = nativeCode;
        }
    }
}
