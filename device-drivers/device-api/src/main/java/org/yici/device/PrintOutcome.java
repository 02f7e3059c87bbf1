package org.yici.device;

/** What became of an order. Only {@link Delivered} may be told a citizen as "done". */
public sealed interface PrintOutcome {
    /** All sheets came out; {@code evidence} says how that is known. */
    record Delivered(EvidenceClass evidence, int sheets) implements PrintOutcome {}

    /** Some sheets came out, and no more will. */
    record Partial(int sheets, int ordered, DeviceFault fault) implements PrintOutcome {}

    /** Nothing came out, and nothing will. */
    record Failed(DeviceFault fault) implements PrintOutcome {}

    /** It is not known. Nothing may be repeated without a person. */
    record Uncertain(DeviceFault fault) implements PrintOutcome {}
}
