package org.yici.bench.chip;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * A social-security card with contacts, T=0: what it has to say is fetched (61xx), and the right length is told to whoever asks for another
 * (6Cxx). A PIN is tried in vain: VERIFY is unknown to it (6D00).
 */
final class SocialSecurityCard implements CardProgram {
    private static final byte[] ATR = HexFormat.of().parseHex("3b6500005949434931");
    private static final byte[] ENVIRONMENT = HexFormat.of().parseHex("7378312e73682ec9e7bbe1b1a3d5cf");
    private static final int CARD = 0xEF05;
    private static final int HOLDER = 0xEF06;
    private static final int BY_NUMBER = 0x04;
    private static final int BY_TAG = 0x00;

    private final SocialSecurityFiles whole;
    private final Predicate<ChipQuirk> quirks;
    private boolean selected;
    private int file;
    private byte[] toFetch = {};

    SocialSecurityCard(SocialSecurityFiles files, Predicate<ChipQuirk> quirks) {
        this.whole = files;
        this.quirks = quirks;
    }

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    @Override
    public void reset() {
        selected = false;
        file = 0;
        toFetch = new byte[0];
    }

    @Override
    public byte[] answer(byte[] command) {
        if (command.length < 5 || command[0] != 0) {
            return Bytes.status(command.length < 5 ? 0x6700 : 0x6E00);
        }
        byte[] fetchable = toFetch;
        toFetch = new byte[0];
        return switch (command[1] & 0xFF) {
            case 0xA4 -> select(command);
            case 0xC0 -> fetch(fetchable, command[4] & 0xFF);
            case 0xB2 ->
                selected ? read(command[2] & 0xFF, command[3] & 0xFF, command[4] & 0xFF) : Bytes.status(0x6985);
            default -> Bytes.status(0x6D00);
        };
    }

    private byte[] select(byte[] command) {
        byte[] name = Arrays.copyOfRange(command, 5, Math.min(command.length, 5 + (command[4] & 0xFF)));
        if (command[2] == 4) {
            return environment(name);
        }
        if (!selected || command[2] != 2 || name.length != 2) {
            return Bytes.status(selected ? 0x6A86 : 0x6985);
        }
        int wanted = (name[0] & 0xFF) << 8 | name[1] & 0xFF;
        if (records(wanted).isEmpty()) {
            return Bytes.status(0x6A82);
        }
        file = wanted;
        return Bytes.status(0x9000);
    }

    private byte[] environment(byte[] name) {
        if (whole.isEmpty() || !Arrays.equals(name, ENVIRONMENT)) {
            return Bytes.status(0x6A82);
        }
        selected = true;
        file = 0;
        byte[] found = Bytes.joined(new byte[] {(byte) 0x84, (byte) name.length}, name);
        byte[] control = Bytes.joined(new byte[] {0x6F, (byte) found.length}, found);
        if (quirks.test(ChipQuirk.NUMBERS_BY_TAG)) {
            return Bytes.joined(control, Bytes.status(0x9000));
        }
        toFetch = control;
        return Bytes.status(0x6100 | control.length);
    }

    private byte[] fetch(byte[] fetchable, int length) {
        if (length != fetchable.length) {
            toFetch = fetchable;
            return Bytes.status(fetchable.length == 0 ? 0x6985 : 0x6C00 | fetchable.length);
        }
        return Bytes.joined(fetchable, Bytes.status(0x9000));
    }

    private List<DataRecord> records(int of) {
        SocialSecurityFiles files = whole.under(quirks);
        return of == CARD ? files.card() : of == HOLDER ? files.holder() : List.of();
    }

    private byte[] read(int which, int how, int length) {
        if (file == HOLDER && quirks.test(ChipQuirk.GUARDS_HOLDER)) {
            return Bytes.status(0x6982);
        }
        List<DataRecord> records = records(file);
        if (quirks.test(ChipQuirk.NUMBERS_BY_TAG)) {
            return how == BY_TAG ? tagged(records, which) : Bytes.status(0x6A86);
        }
        if (how != BY_NUMBER) {
            return Bytes.status(0x6A86);
        }
        return which < 1 || which > records.size() ? Bytes.status(0x6A83) : numbered(records.get(which - 1), length);
    }

    private byte[] tagged(List<DataRecord> records, int tag) {
        return records.stream()
                .filter(each -> each.tag() == tag)
                .findFirst()
                .map(each -> Bytes.joined(isCut() ? each.cut() : each.bytes(), Bytes.status(0x9000)))
                .orElse(Bytes.status(0x6A83));
    }

    private byte[] numbered(DataRecord found, int length) {
        if (isCut()) {
            return Bytes.joined(found.cut(), Bytes.status(0x9000));
        }
        byte[] bytes = found.bytes();
        return length == bytes.length ? Bytes.joined(bytes, Bytes.status(0x9000)) : Bytes.status(0x6C00 | bytes.length);
    }

    private boolean isCut() {
        return quirks.test(ChipQuirk.FILE_TOO_LONG);
    }
}
