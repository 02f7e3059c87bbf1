package org.yici.device;

/** What became of an order. Only {@link Delivered} may be told a citizen as "done". */
public sealed interface PrintOutcome {
    /** All sheets came out; {@code evidence} says how that is known. */
    record Delivered(EvidenceClass evidence, int sheets) implements PrintOutcome {}

    /** Some sheets came out, and no more will. */
    record Partial(int sheets, int ordered, DeviceFault fault) implements PrintOutcome {}

    /** Nothing came out, and nothing will. */
    record Failed(DeviceFault fault) implements PrintOutcome {}

    /**
     * It is not known. Nothing may be repeated without a person.
     *
     * @param mayStillPrint whether paper may still come out: bytes of the document may have left for the printer, and the printer has
     *     not said since that the job ended or that it has no such job and is at rest. Nobody else may print until it has
     */
    record Uncertain(DeviceFault fault, boolean mayStillPrint) implements PrintOutcome {}
}
