package org.yici.devices;

import java.util.Optional;
import org.yici.device.ChipEvent.CardRefused;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceStatus;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentProof;
import org.yici.device.TravelDocumentProof.NotVerified;
import org.yici.device.TravelDocumentProof.Verified;

/** Of chip cards and their readers, in plain words: what was seen, and what to do. */
final class ChipWords {
    private ChipWords() {}

    /** What keeps the reader from reading; empty if nothing does. */
    static Optional<String> trouble(DeviceStatus status, String wanted) {
        return status.faults().stream().findFirst().map(fault -> trouble(fault, wanted));
    }

    private static String trouble(DeviceFault fault, String wanted) {
        return switch (fault.name()) {
            case "service-gone" -> "The smart-card service does not run: install and start pcscd, then call again.";
            case "reader-gone" ->
                wanted.isEmpty()
                        ? "No chip-card reader is there: plug one in, or install its driver (libccid)."
                        : "No chip-card reader \"" + wanted
                                + "\" is there: plug it in, or take a name that probe lists.";
            case "reader-refused" ->
                "The smart-card service refuses the reader (" + fault.nativeCode()
                        + "): unplug it, plug it in, and call again.";
            case "library-missing" ->
                "The smart-card service cannot be asked (" + fault.nativeCode() + "): install libpcsclite1.";
            case "card-silent" -> "The card does not answer: pull it out and insert it again.";
            case "card-busy" -> "Another program uses the card: end that program, and call again.";
            default -> "The reader cannot be used: " + fault.words() + ".";
        };
    }

    static String refused(CardRefused refused) {
        return switch (refused.reason()) {
            case UNREADABLE ->
                "The card could not be read (" + refused.nativeCode() + "): pull it out and insert it again.";
            case NOT_TRUSTED -> "The card cannot be trusted: its field " + refused.nativeCode() + " cannot be true.";
            case UNSUPPORTED ->
                "The card is of a kind that is not read here (" + refused.nativeCode()
                        + "): only social-security cards and travel documents are.";
        };
    }

    static String refused(TravelDocumentOutcome.Refused refused) {
        return switch (refused.reason()) {
            case NO_DOCUMENT -> "The travel document was taken away: lay it again, and leave it until it is read.";
            case WRONG_KEY ->
                "The travel document did not open: --number, --birth and --expiry have to be those printed in it.";
            case UNREADABLE ->
                "The travel document could not be read (" + refused.nativeCode()
                        + "): lay it again, and leave it until it is read.";
            case NOT_TRUSTED ->
                "The travel document cannot be trusted: its field " + refused.nativeCode()
                        + " cannot be true, or is not what is printed in it.";
            case UNSUPPORTED ->
                "The travel document, or the way in which it opens, is not known here (" + refused.nativeCode() + ").";
        };
    }

    static String proof(TravelDocumentProof proof) {
        if (proof instanceof Verified verified) {
            return "What was read is signed by " + verified.country() + ". Whether the chip is a copy is not known.";
        }
        NotVerified not = (NotVerified) proof;
        String why =
                switch (not.reason()) {
                    case NO_COUNTRIES -> "no country is trusted: name a folder of certificates with --countries";
                    case SECURITY_OBJECT -> "its security object is missing or cannot be understood";
                    case SIGNATURE -> "its signature is wrong, or of a kind that is not known";
                    case UNKNOWN_SIGNER -> "none of the trusted countries signed for its signer";
                    case EXPIRED_SIGNER -> "a certificate is not valid today";
                    case OTHER_COUNTRY -> "another country signed than the one that it says it is of";
                    case CHANGED_DATA -> "data were changed after they were signed";
                };
        return "Who signed what was read is not known: " + why
                + (not.detail().isEmpty() ? "" : " (" + not.detail() + ")") + ".";
    }
}
