package org.yici.device;

import java.util.List;

/** A snapshot of what a device is able to do now; immutable. */
public sealed interface DeviceStatus {
    DeviceId id();

    DeviceKind kind();

    DeviceState state();

    /** What is wrong, worst first; empty if nothing is known to be. */
    List<DeviceFault> faults();

    /**
     * An identity reader.
     *
     * @param media {@link MediaStatus#UNKNOWN} unless the reader can prove presence
     * @param safeModule the reader's own security module, printed as its maker prints it; empty until it was asked
     */
    record OfIdentityReader(
            DeviceId id, DeviceState state, MediaStatus media, String safeModule, List<DeviceFault> faults)
            implements DeviceStatus {
        public OfIdentityReader {
            faults = List.copyOf(faults);
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.IDENTITY_READER;
        }
    }

    /** A document printer. */
    record OfDocumentPrinter(
            DeviceId id, DeviceState state, PaperStatus paper, TonerStatus toner, List<DeviceFault> faults)
            implements DeviceStatus {
        public OfDocumentPrinter {
            faults = List.copyOf(faults);
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.DOCUMENT_PRINTER;
        }

        /** Whether a document handed over now can be expected to come out. */
        public boolean canPrint() {
            return state.usable()
                    && paper != PaperStatus.OUT
                    && paper != PaperStatus.JAMMED
                    && toner != TonerStatus.OUT;
        }
    }

    /**
     * A bar-code reader.
     *
     * @param scanning whether it looks for codes now
     */
    record OfBarcodeReader(DeviceId id, DeviceState state, boolean scanning, List<DeviceFault> faults)
            implements DeviceStatus {
        public OfBarcodeReader {
            faults = List.copyOf(faults);
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.BARCODE_READER;
        }
    }

    /**
     * A chip-card reader.
     *
     * @param media whether a card is in the reader; {@link MediaStatus#UNKNOWN} while it cannot be asked
     * @param reader the reader's name as the system gives it; empty while there is none
     */
    record OfChipCardReader(DeviceId id, DeviceState state, MediaStatus media, String reader, List<DeviceFault> faults)
            implements DeviceStatus {
        public OfChipCardReader {
            faults = List.copyOf(faults);
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.CHIP_CARD_READER;
        }
    }
}
