package org.yici.bench.scanner;

/** Honeywell's serial trigger: {@code SYN T CR} begins to look, {@code SYN U CR} ends it, neither is answered. */
final class HoneywellDialect implements Dialect {
    private static final int ON = 0x16540D;
    private static final int OFF = 0x16550D;

    private final CodeScanner scanner;
    private int lastThree;

    HoneywellDialect(CodeScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public byte[] accept(byte[] bytes) {
        for (byte b : bytes) {
            lastThree = (lastThree << 8 | b & 0xFF) & 0xFFFFFF;
            if (!scanner.has(ScannerQuirk.REFUSES)) {
                carryOut();
            }
        }
        return NOTHING;
    }

    private void carryOut() {
        if (lastThree == ON) {
            scanner.trigger();
        } else if (lastThree == OFF) {
            scanner.release();
        }
    }

    @Override
    public void forget() {
        lastThree = 0;
    }

    @Override
    public byte[] tell(HeldCode code) {
        return BareText.of(code, scanner);
    }
}
