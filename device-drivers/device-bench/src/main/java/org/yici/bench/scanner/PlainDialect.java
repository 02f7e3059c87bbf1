package org.yici.bench.scanner;

/** A scanner that never listens. */
record PlainDialect(CodeScanner scanner) implements Dialect {
    @Override
    public byte[] accept(byte[] bytes) {
        return NOTHING;
    }

    @Override
    public void forget() {}

    @Override
    public byte[] tell(HeldCode code) {
        return BareText.of(code, scanner);
    }
}
