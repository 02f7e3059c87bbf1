package org.yici.journey.session;

import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.journey.stage.Trouble;
import org.yici.journey.visit.PrinterTrouble;

/**
 * What can be done here now, told before anybody begins: a certificate needs a card, a printer with paper, and the centre.
 *
 * @param reader empty until the devices are open
 * @param printer empty until the devices are open
 * @param centre why the centre cannot be asked; empty if it can
 * @param terminal why the terminal serves nobody; empty if it does
 * @param printOpen whether a print of a former session may still come out
 */
record Availability(
        Optional<DeviceStatus> reader,
        Optional<DeviceStatus> printer,
        Optional<ErrorCode> centre,
        Optional<ErrorCode> terminal,
        boolean printOpen) {
    static final Availability UNKNOWN =
            new Availability(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Why nobody can be served at all. */
    Optional<Trouble> anything() {
        if (terminal.isPresent()) {
            return terminal.map(Trouble::of);
        }
        return reader.filter(status -> !status.state().usable() && status.state() != DeviceState.STARTING)
                .map(status -> Trouble.of(ErrorCode.READER_GONE));
    }

    /** Why no certificate can be printed. */
    Optional<Trouble> certificates() {
        if (terminal.isPresent()) {
            return terminal.map(Trouble::of);
        }
        Optional<Trouble> atPrinter = printer.flatMap(PrinterTrouble::of);
        if (atPrinter.isPresent()) {
            return atPrinter;
        }
        if (printOpen) {
            return Optional.of(Trouble.of(ErrorCode.PRINTER_GONE));
        }
        return centre.map(Trouble::of);
    }

    /** Whether an order would reach the printer. */
    boolean printerAnswers() {
        return printer.filter(status -> status.state().usable()).isPresent();
    }

    Availability withReader(DeviceStatus status) {
        return new Availability(Optional.of(status), printer, centre, terminal, printOpen);
    }

    Availability withPrinter(DeviceStatus status) {
        return new Availability(reader, Optional.of(status), centre, terminal, printOpen);
    }

    Availability withCentre(Optional<ErrorCode> trouble) {
        return new Availability(reader, printer, trouble, terminal, printOpen);
    }

    Availability withTerminal(Optional<ErrorCode> trouble) {
        return new Availability(reader, printer, centre, trouble, printOpen);
    }

    Availability withPrintOpen(boolean open) {
        return new Availability(reader, printer, centre, terminal, open);
    }
}
