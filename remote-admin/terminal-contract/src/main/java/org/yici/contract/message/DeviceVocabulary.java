package org.yici.contract.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Every word that may stand in a {@link DeviceReport} in plain. It is a closed list, so that whoever knows a citizen cannot spell a name or
 * a number in a report: the states of CEN XFS4IoT, the printer state reasons of RFC 8011 and PWG 5100.9, and the faults and codes of the
 * drivers that ship.
 */
public final class DeviceVocabulary {
    /** Kinds of device. */
    public static final Set<String> KINDS =
            Set.of("identityReader", "documentPrinter", "barcodeReader", "chipCardReader");

    /** States of a device. */
    public static final Set<String> STATES = Set.of(
            "online",
            "offline",
            "powerOff",
            "noDevice",
            "hardwareError",
            "userError",
            "deviceBusy",
            "fraudAttempt",
            "potentialFraud",
            "starting",
            "unknown");

    /** Who has to act. */
    public static final Set<String> WHO_ACTS = Set.of("clear", "maintenance", "reset", "citizen");

    /** Further words by their name. */
    public static final Map<String, Set<String>> DETAILS = Map.of(
            "media", Set.of("present", "notPresent", "jammed", "entering", "retracted", "unknown"),
            "paper", Set.of("full", "low", "out", "jammed", "unknown"),
            "toner", Set.of("full", "low", "out", "unknown"),
            "scanning", Set.of("on", "off"));

    private static final Set<String> FAULTS = faults();
    private static final Set<String> CODES = codes();
    private static final Set<String> NUMBERS = numbers();
    private static final int MOST_CODES = 8;

    /** Consonants without the like-looking: a fingerprint holds no digit and no word. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxzBCDFGHJKLMNPQ";

    private static final int FINGERPRINT_LETTERS = 6;

    private DeviceVocabulary() {}

    /** Whether this is the name of a fault that is known. */
    public static boolean isFault(String name) {
        return FAULTS.contains(name);
    }

    /** Whether each part of a native code is known, and one of them a number at most; also if there is none. */
    public static boolean isNativeCode(String code) {
        List<String> parts = List.of(code.split("[ ,:=]+", -1));
        long numbers = parts.stream().filter(NUMBERS::contains).count();
        return code.isEmpty()
                || parts.size() <= MOST_CODES
                        && numbers <= 1
                        && parts.stream().allMatch(part -> CODES.contains(part) || NUMBERS.contains(part));
    }

    /** Stands in place of a text that is not known: the same text has the same fingerprint, and nothing can be read from it. */
    public static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder letters = new StringBuilder("#");
            IntStream.range(0, FINGERPRINT_LETTERS).forEach(i -> letters.append(LETTERS.charAt(digest[i] & 31)));
            return letters.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Set<String> faults() {
        Set<String> names = new HashSet<>(printerReasons());
        names.addAll(
                words(
                        """
                port-gone port-busy port-forbidden library-missing no-answer command-refused baud-differs
                safe-module-failed safe-module-not-authorised driver closed
                reader-unplugged scanner-unplugged service-gone reader-gone reader-refused card-silent card-busy
                not-accepting-jobs stopped printer-gone printer-refused printer-busy printer-unknown not-understood
                invalid-response certificate-unknown document-unreadable format-unsupported paper-size-unsupported
                sides-unsupported tray-unsupported evidence-unsupported no-evidence counter-missing counter-strange
                counter-mismatch impressions-missing sheets-short sheets-missing job-lost job-unknown job-name-used
                job-name-twice duplicate-job-name job-canceled job-aborted job-completed-with-errors
                job-data-insufficient cancel-unanswered connection-lost not-sent session-lost citizen-saw-too-little
                citizen-reported-missing-sheets driver-silent unknown-fault
                cups-ipp-missing-job-history impressions-short impressions-zero counter-short counter-zero
                """));
        return Set.copyOf(names);
    }

    /** RFC 8011, 5.4.12, the same for each part of a printer (PWG 5100.9, 5), and what printers and CUPS say besides. */
    private static Set<String> printerReasons() {
        Set<String> names = words(
                """
                none other media-empty media-needed media-low media-jam input-tray-missing developer-empty developer-low
                marker-ink-empty marker-ink-low marker-toner-empty marker-toner-low marker-toner-missing
                marker-supply-empty marker-supply-low marker-waste-full marker-waste-almost-full toner-empty toner-low
                hold-new-jobs power-down power-up hibernate suspend resuming identify-printer-requested door-open
                cover-open interlock-open output-area-full output-area-almost-full output-tray-missing paused
                moving-to-paused offline shutdown deactivated timed-out stopping stopped-partly spool-area-full
                fuser-over-temp fuser-under-temp opc-life-over opc-near-eol motor-failure
                interpreter-resource-unavailable connecting-to-device cups-waiting-for-job-completed
                """);
        for (String part : words(
                """
                bander binder cleaner cover developer die-cutter door envelope-inserter folder fuser imprinter inserter
                input input-tray interlock laminator make-envelope marker media-path opc output output-tray perforater
                power-supply puncher scanner separation-cutter sheet-rotator slitter stacker stapler stitcher subunit
                transport trimmer wrapper tray paper finisher
                """)) {
            for (String problem : words(
                    """
                    almost-empty almost-full at-limit closed configuration-change cover-closed cover-open empty full
                    interlock-closed interlock-open door-open jam life-almost-over life-over low memory-exhausted missing
                    motor-failure near-limit offline opened over-temperature under-temperature power-saver
                    recoverable-failure recoverable-storage removed resource-added resource-removed
                    thermistor-failure timing-failure turned-off turned-on unrecoverable-failure
                    unrecoverable-storage-error warming-up failure
                    """)) {
                names.add(part + "-" + problem);
            }
        }
        return names;
    }

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>(faults());
        for (String reason : printerReasons()) {
            for (String severity : List.of("", "-report", "-warning", "-error")) {
                codes.add(reason + severity);
            }
        }
        codes.addAll(
                words(
                        """
                printer-state printer-is-accepting-jobs false true HTTP baud
                not IPP no answer deadline sha256 application/pdf image/pwg-raster image/urf image/jpeg
                application/octet-stream application/postscript
                ConnectException HttpConnectTimeoutException HttpTimeoutException IOException
                EOFException SSLException SSLHandshakeException SocketException NoRouteToHostException
                UnresolvedAddressException ClosedChannelException TimeoutException IppException ParseException
                IllegalArgumentException IllegalStateException NullPointerException IndexOutOfBoundsException
                java.lang.IllegalArgumentException java.lang.IllegalStateException java.lang.NullPointerException
                java.lang.IndexOutOfBoundsException java.lang.ClassCastException java.lang.NoClassDefFoundError
                java.io.UncheckedIOException
                none one-sided two-sided-long-edge two-sided-short-edge iso_a4_210x297mm iso_a5_148x210mm
                job-printing job-incoming job-outgoing job-queued job-stopped job-canceled-by-user
                job-canceled-at-device job-canceled-by-operator job-completed-successfully processing-to-stop-point
                aborted-by-system unsupported-document-format document-format-error printer-stopped
                printer-stopped-partly resources-are-not-ready
                errno jSerialComm garbled silence too slow newland honeywell zebra-ssi plain UnsatisfiedLinkError
                NoClassDefFoundError
                ok card-found host-checksum host-length host-command no-permission unrecognised card-refused-reader
                reader-refused-card verification-failed wrong-card read-failed random-number-failed self-test-failed
                not-authorised find-failed select-failed item-absent
                client-error-bad-request client-error-forbidden client-error-not-authenticated
                client-error-not-authorized client-error-not-possible client-error-timeout client-error-not-found
                client-error-gone client-error-request-entity-too-large client-error-request-value-too-long
                client-error-document-format-not-supported client-error-attributes-or-values-not-supported
                client-error-uri-scheme-not-supported client-error-charset-not-supported
                client-error-conflicting-attributes client-error-compression-not-supported
                client-error-compression-error client-error-document-format-error client-error-document-access-error
                server-error-internal-error server-error-operation-not-supported server-error-service-unavailable
                server-error-version-not-supported server-error-device-error server-error-temporary-error
                server-error-not-accepting-jobs server-error-busy server-error-job-canceled
                server-error-multiple-document-jobs-not-supported server-error-printer-is-deactivated
                server-error-too-many-jobs server-error-too-many-documents
                """));
        return Set.copyOf(codes);
    }

    /** States of a printer, rates of a line, HTTP's, IPP's and PC/SC's codes, Linux's error numbers, a card reader's status. */
    private static Set<String> numbers() {
        Set<String> numbers = words("9600 19200 38400 57600 115200 230400");
        IntStream.rangeClosed(1, 133).mapToObj(Integer::toString).forEach(numbers::add);
        IntStream.rangeClosed(400, 431).mapToObj(Integer::toString).forEach(numbers::add);
        IntStream.rangeClosed(500, 511).mapToObj(Integer::toString).forEach(numbers::add);
        IntStream.rangeClosed(0x400, 0x41f).forEach(code -> numbers.add(hex("0x%04X", code)));
        IntStream.rangeClosed(0x500, 0x51f).forEach(code -> numbers.add(hex("0x%04X", code)));
        IntStream.rangeClosed(0, 0xff).forEach(code -> numbers.add(hex("%02X", code)));
        IntStream.rangeClosed(0, 0x72).forEach(code -> numbers.add(hex("%08X", 0x80100000 + code)));
        return Set.copyOf(numbers);
    }

    private static String hex(String form, int number) {
        return String.format(Locale.ROOT, form, number);
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.strip().split("\\s+", -1)));
    }
}
