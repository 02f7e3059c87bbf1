package org.yici.kiosk.visit;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yici.base.ErrorCode;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.PrinterErrorMapper;
import org.yici.kiosk.ui.Screen;

/**
 * What can be done here now, told before anybody begins: a certificate needs a card, a printer with paper, and the server.
 *
 * @param accepted the cards that this terminal has readers for
 * @param reader empty until the devices are open
 * @param chipReader empty until the devices are open, or if there is none
 * @param printer empty until the devices are open
 * @param server why the server cannot be asked; empty if it can
 * @param terminal why the terminal serves nobody; empty if it does
 * @param stopped why the printing of certificates was stopped until staff release it; empty if it was not
 * @param printOpen whether a print of a former session may still come out
 */
record Availability(
        Set<Screen.Card> accepted,
        Optional<DeviceStatus> reader,
        Optional<DeviceStatus> chipReader,
        Optional<DeviceStatus> printer,
        Optional<ErrorCode> server,
        Optional<ErrorCode> terminal,
        Optional<ErrorCode> stopped,
        boolean printOpen) {

    static Availability unknown(Set<Screen.Card> accepted) {
        return new Availability(
                accepted,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Why nobody can be served at all. */
    Optional<DisplayedError> anything() {
        if (terminal.isPresent()) {
            return terminal.map(DisplayedError::of);
        }
        return cards().isEmpty() ? Optional.of(DisplayedError.of(ErrorCode.READER_GONE)) : Optional.empty();
    }

    /** The cards that can be read now. */
    Set<Screen.Card> cards() {
        Set<Screen.Card> cards = EnumSet.noneOf(Screen.Card.class);
        for (Screen.Card card : accepted) {
            Optional<DeviceStatus> status = card == Screen.Card.IDENTITY_CARD ? reader : chipReader;
            if (status.map(Availability::mayRead).orElse(true)) {
                cards.add(card);
            }
        }
        return cards;
    }

    private static boolean mayRead(DeviceStatus status) {
        return status.state().usable() || status.state() == DeviceState.STARTING;
    }

    /** Why no certificate can be printed. */
    Optional<DisplayedError> certificates() {
        if (terminal.isPresent()) {
            return terminal.map(DisplayedError::of);
        }
        if (stopped.isPresent()) {
            return Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED));
        }
        Optional<DisplayedError> atPrinter = printer.flatMap(PrinterErrorMapper::of);
        if (atPrinter.isPresent()) {
            return atPrinter;
        }
        if (printOpen) {
            return Optional.of(DisplayedError.of(ErrorCode.PRINTER_GONE));
        }
        return server.map(DisplayedError::of);
    }

    /** Whether an order would reach the printer. */
    boolean printerAnswers() {
        return printer.filter(status -> status.state().usable()).isPresent();
    }

    /** The same with what a device says of itself. */
    Availability with(DeviceStatus status) {
        Optional<DeviceStatus> now = Optional.of(status);
        return new Availability(
                accepted,
                status instanceof DeviceStatus.OfIdentityReader ? now : reader,
                status instanceof DeviceStatus.OfChipCardReader ? now : chipReader,
                status instanceof DeviceStatus.OfDocumentPrinter ? now : printer,
                server,
                terminal,
                stopped,
                printOpen);
    }

    Availability withCentre(Optional<ErrorCode> error) {
        return new Availability(accepted, reader, chipReader, printer, error, terminal, stopped, printOpen);
    }

    Availability withTerminal(Optional<ErrorCode> error) {
        return new Availability(accepted, reader, chipReader, printer, server, error, stopped, printOpen);
    }

    Availability withStopped(Optional<ErrorCode> reason) {
        return new Availability(accepted, reader, chipReader, printer, server, terminal, reason, printOpen);
    }

    Availability withPrintOpen(boolean open) {
        return new Availability(accepted, reader, chipReader, printer, server, terminal, stopped, open);
    }
}
