package org.yici.bench.scanner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Newland's serial commands: {@code ~ SOH 0000 # command ; … ETX}, with {@code @} instead of {@code #} to keep a setting. Each is
 * answered {@code STX SOH 0000 # command ACK ; … ETX}, with NAK for one that is unknown or refused.
 */
final class NewlandDialect implements Dialect {
    private static final char SOH = 0x01;
    private static final char STX = 0x02;
    private static final char ETX = 0x03;
    private static final char ACK = 0x06;
    private static final char NAK = 0x15;

    /** No host sends so much at once; a longer one would keep the scanner deaf. */
    private static final int LONGEST = 256;

    private static final Pattern COMMANDS = Pattern.compile("~\u0001(\\d{4}[#@])((?:[^;]+;)+)\u0003");

    private final CodeScanner scanner;
    private final StringBuilder frame = new StringBuilder();

    NewlandDialect(CodeScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public byte[] accept(byte[] bytes) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (byte b : bytes) {
            accept((char) (b & 0xFF), answers);
        }
        return answers.toByteArray();
    }

    private void accept(char character, ByteArrayOutputStream answers) {
        if (character == '~' || frame.length() >= LONGEST) {
            forget();
        }
        if (character == '~' || !frame.isEmpty()) {
            frame.append(character);
        }
        if (character == ETX) {
            answers.writeBytes(answer().getBytes(ISO_8859_1));
            forget();
        }
    }

    private String answer() {
        Matcher frameParts = COMMANDS.matcher(frame);
        if (!frameParts.matches()) {
            return "";
        }
        StringBuilder answer = new StringBuilder().append(STX).append(SOH).append(frameParts.group(1));
        for (String command : frameParts.group(2).split(";", 0)) {
            answer.append(command).append(carryOut(command) ? ACK : NAK).append(';');
        }
        return answer.append(ETX).toString();
    }

    private boolean carryOut(String command) {
        if (scanner.has(ScannerQuirk.REFUSES)) {
            return false;
        }
        switch (command) {
            case "SCNTRG1" -> scanner.trigger();
            case "SCNTRG0" -> scanner.release();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void forget() {
        frame.setLength(0);
    }

    @Override
    public byte[] tell(HeldCode code) {
        return BareText.of(code, scanner);
    }
}
