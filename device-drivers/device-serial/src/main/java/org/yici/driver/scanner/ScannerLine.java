package org.yici.driver.scanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceThread;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTestResult.Step;
import org.yici.driver.serial.SerialLink;
import org.yici.driver.serial.SerialLinkException;

/** An open line to a scanner: whether it looks for codes, and what it says. On the device's thread only. */
final class ScannerLine {
    private static final Duration ANSWER = Duration.ofSeconds(1);
    /** Scanners give up looking after some seconds, and after each code; ones that did not take this for nothing new. */
    private static final Duration AGAIN = Duration.ofMillis(2500);

    private final SerialLink link;
    private final Dialect dialect;
    private final Time time;
    private final byte[] buffer = new byte[1024];
    private long heardAt;
    private long begunAt;
    private boolean pending;
    private boolean scanning;
    private boolean refused;

    ScannerLine(SerialLink link, Dialect dialect, Time time) {
        this.link = link;
        this.dialect = dialect;
        this.time = time;
        this.heardAt = time.nanos();
    }

    boolean isScanning() {
        return scanning;
    }

    /** Whether the scanner said no to the last command. */
    boolean isRefused() {
        return refused;
    }

    /** Asks whether a scanner is there that can be asked; true for those that cannot. Ends a search that another session left. */
    boolean isGreeted(DeviceThread thread) throws SerialLinkException {
        boolean there =
                dialect.greeting().isEmpty() || isAnswered(dialect.greeting().get(), thread);
        send(dialect.end());
        return there;
    }

    private boolean isAnswered(byte[] command, DeviceThread thread) throws SerialLinkException {
        send(Optional.of(command));
        long asked = time.nanos();
        while (thread.running() && time.since(asked).compareTo(ANSWER) < 0) {
            if (listen().stream().anyMatch(Heard.Reply.class::isInstance)) {
                return true;
            }
        }
        return false;
    }

    /** Looks for codes or does not; what came meanwhile is forgotten. */
    void scan(boolean wanted) throws SerialLinkException {
        if (wanted != scanning) {
            link.discard();
            dialect.reset();
            pending = false;
            scanning = wanted;
            begin(wanted);
        } else if (scanning && time.since(begunAt).compareTo(AGAIN) >= 0) {
            begin(true);
        }
    }

    private void begin(boolean wanted) throws SerialLinkException {
        send(wanted ? dialect.begin() : dialect.end());
        begunAt = time.nanos();
    }

    /** What was heard in about 100 ms, which may be nothing. */
    List<Heard> listen() throws SerialLinkException {
        int count = link.read(buffer);
        List<Heard> heard = List.of();
        if (count > 0) {
            heard = dialect.feed(buffer, count);
            heardAt = time.nanos();
            pending = true;
        } else if (pending && time.since(heardAt).toMillis() >= dialect.patience()) {
            heard = dialect.silence();
            pending = false;
        }
        for (byte[] due : dialect.due()) {
            link.write(due);
        }
        for (Heard each : heard) {
            if (each instanceof Heard.Reply reply) {
                refused = !reply.accepted();
            } else if (each instanceof Heard.Code && scanning) {
                begin(true);
            }
        }
        return heard;
    }

    private void send(Optional<byte[]> command) throws SerialLinkException {
        if (command.isPresent()) {
            link.write(command.get());
            dialect.sent();
        }
    }

    /** Lets it look for codes for a moment, and asks it where it can be asked. */
    SelfTestResult selfTest(DeviceThread thread) throws SerialLinkException {
        boolean answered =
                dialect.greeting().isEmpty() || isAnswered(dialect.greeting().get(), thread);
        if (!answered) {
            return SelfTestResult.failed("asking the scanner", new DeviceFault("no-answer", WhoActs.MAINTENANCE, ""));
        }
        boolean before = scanning;
        scan(!before);
        scan(before);
        return new SelfTestResult(List.of(new Step(
                "switching it on and off",
                !refused,
                refused
                        ? "command-refused"
                        : dialect.greeting().isEmpty()
                                ? "sent; whether its light came on has to be seen"
                                : "it answered")));
    }
}
