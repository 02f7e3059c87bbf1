package org.yici.kiosk.error;

import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.PaperStatus;
import org.yici.device.TonerStatus;

/** Why nothing can be printed now, in the citizen's words. */
public final class PrinterErrorMapper {
    private PrinterErrorMapper() {}

    /** Empty if printing can be expected to work, or if the printer was not heard of yet. */
    public static Optional<DisplayedError> of(DeviceStatus status) {
        return status instanceof DeviceStatus.OfDocumentPrinter printer
                ? code(printer).map(DisplayedError::of)
                : Optional.of(DisplayedError.of(ErrorCode.PRINTER_FAULT));
    }

    private static Optional<ErrorCode> code(DeviceStatus.OfDocumentPrinter printer) {
        if (printer.canPrint() || printer.state() == DeviceState.STARTING) {
            return Optional.empty();
        }
        if (printer.paper() == PaperStatus.OUT) {
            return Optional.of(ErrorCode.PRINTER_PAPER_OUT);
        }
        if (printer.paper() == PaperStatus.JAMMED) {
            return Optional.of(ErrorCode.PRINTER_JAMMED);
        }
        if (printer.toner() == TonerStatus.OUT) {
            return Optional.of(ErrorCode.PRINTER_TONER_OUT);
        }
        return Optional.of(
                switch (printer.state()) {
                    case OFFLINE, POWER_OFF, NO_DEVICE -> ErrorCode.PRINTER_GONE;
                    case USER_ERROR -> ErrorCode.PRINTER_NOT_READY;
                    default -> ErrorCode.PRINTER_FAULT;
                });
    }
}
