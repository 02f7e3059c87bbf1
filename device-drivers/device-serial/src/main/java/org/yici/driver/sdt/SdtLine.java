package org.yici.driver.sdt;

import java.time.Duration;
import org.yici.base.Time;
import org.yici.device.DeviceThread;
import org.yici.driver.serial.SerialLink;
import org.yici.driver.serial.SerialLinkException;

/** Asks one command at a time over an open line. On the device's thread only. */
final class SdtLine {
    /** Between two bytes of one answer; 10 bytes a second leave 100 ms, and the port tells of silence in steps of 100 ms. */
    private static final Duration GAP = Duration.ofMillis(350);

    /** For so much longer than a command's own limit an answer may keep coming. A citizen waits with the card in the hand. */
    private static final Duration SLOWEST = Duration.ofSeconds(4);

    private final SerialLink link;
    private final int baud;
    private final Time time;
    private final DeviceThread thread;
    private final byte[] buffer = new byte[512];

    SdtLine(SerialLink link, int baud, Time time, DeviceThread thread) {
        this.link = link;
        this.baud = baud;
        this.time = time;
        this.thread = thread;
    }

    /**
     * Drops what has come unasked, sends {@code command} and waits for its own answer; answers to anything else are dropped. An answer
     * that has begun in time may end later, if its bytes keep coming: a slow adapter is not a broken reader.
     */
    SdtReply ask(SdtCommand command) throws SerialLinkException {
        return ask(command, command.timeout(baud));
    }

    /** Whether a reader is there that understands this rate; a short wait is enough, for nothing else is under way. */
    boolean isUnderstood() throws SerialLinkException {
        return ask(SdtCommand.SAM_STATUS, SdtCommand.SAM_STATUS.shortTimeout(baud)) instanceof SdtReply.Answered;
    }

    private SdtReply ask(SdtCommand command, Duration limit) throws SerialLinkException {
        link.drop();
        link.write(command.frame());
        FrameParser parser = new FrameParser();
        long asked = time.nanos();
        long lastByte = asked;
        while (thread.running()) {
            int count = link.read(buffer);
            for (SdtAnswer answer : parser.feed(buffer, count)) {
                if (command.isAnsweredBy(answer)) {
                    return new SdtReply.Answered(answer);
                }
            }
            thread.runNotices();
            if (count == 0 && parser.damaged()) {
                return new SdtReply.Garbled();
            }
            lastByte = count > 0 ? time.nanos() : lastByte;
            if (time.since(asked).compareTo(limit) >= 0) {
                boolean goesOn = parser.insideAnAnswer() && time.since(lastByte).compareTo(GAP) < 0;
                if (!goesOn) {
                    return new SdtReply.Silence();
                }
                if (time.since(asked).compareTo(limit.plus(SLOWEST)) >= 0) {
                    return new SdtReply.TooSlow();
                }
            }
        }
        return new SdtReply.Silence();
    }
}
