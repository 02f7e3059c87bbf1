package org.yici.driver.sdt;

import java.time.Duration;
import org.yici.base.Time;
import org.yici.device.DeviceThread;
import org.yici.driver.serial.SerialLink;
import org.yici.driver.serial.SerialLinkException;

/** Asks one command at a time over an open line. On the device's thread only. */
final class SdtLine {
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

    /** Drops what has come unasked, sends {@code command} and waits for its own answer; answers to anything else are dropped. */
    SdtReply ask(SdtCommand command) throws SerialLinkException {
        link.drop();
        link.write(command.frame());
        FrameParser parser = new FrameParser();
        Duration limit = command.timeout(baud);
        long asked = time.nanos();
        while (thread.running() && time.since(asked).compareTo(limit) < 0) {
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
        }
        return new SdtReply.Silence();
    }
}
