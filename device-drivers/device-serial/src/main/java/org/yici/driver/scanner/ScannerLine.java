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

    private static final Duration LONGEST_PASSING = Duration.ofSeconds(2);

    private final SerialLink link;
    private final Dialect dialect;
    private final Time time;
    private final byte[] buffer = new byte[1024];
    private long heardAt;
    private long begunAt;
    private long sentAt;
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

    /** What became of asking a scanner whether it is there. */
    enum Greeting {
        /** It answered, or is one that cannot be asked. */
        WELL,
        /** It said no. */
        REFUSED,
        SILENCE
    }

    /** Asks whether a scanner is there, and ends a search that another session left. */
    Greeting greet(DeviceThread thread) throws SerialLinkException {
        Greeting greeting = dialect.greeting().isEmpty()
                ? Greeting.WELL
                : ask(dialect.greeting().get(), thread);
        send(dialect.end());
        return greeting;
    }

    private Greeting ask(byte[] command, DeviceThread thread) throws SerialLinkException {
        send(Optional.of(command));
        long asked = time.nanos();
        while (thread.running() && time.since(asked).compareTo(ANSWER) < 0) {
            for (Heard heard : listen()) {
                if (heard instanceof Heard.Reply reply) {
                    return reply.accepted() ? Greeting.WELL : Greeting.REFUSED;
                }
            }
        }
        return Greeting.SILENCE;
    }

    /** Looks for codes or does not; what came meanwhile is forgotten. */
    void scan(boolean wanted) throws SerialLinkException {
        if (wanted != scanning) {
            passOver();
            dialect.reset();
            pending = false;
            scanning = wanted;
            begin(wanted);
        } else if (scanning && time.since(begunAt).compareTo(AGAIN) >= 0) {
            begin(true);
        }
    }

    /** A code that somebody else showed may still be coming: none of it is this one's, not even its end. */
    private void passOver() throws SerialLinkException {
        long began = time.nanos();
        int count = link.read(buffer);
        while (count > 0 && time.since(began).compareTo(LONGEST_PASSING) < 0) {
            takeReplies(dialect.feed(buffer, count));
            count = link.read(buffer);
        }
    }

    private void begin(boolean wanted) throws SerialLinkException {
        send(wanted ? dialect.begin() : dialect.end());
        begunAt = time.nanos();
    }

    /** What was heard in about 100 ms, which may be nothing. */
    List<Heard> listen() throws SerialLinkException {
        int count = link.read(buffer);
        if (time.since(sentAt).compareTo(ANSWER) >= 0) {
            dialect.expectNoAnswer();
        }
        List<Heard> heard = List.of();
        if (count > 0) {
            heard = dialect.feed(buffer, count);
            heardAt = time.nanos();
            pending = true;
        } else if (pending && time.since(heardAt).toMillis() >= dialect.patience()) {
            heard = dialect.silence();
            pending = false;
        }
        takeReplies(heard);
        if (scanning && heard.stream().anyMatch(Heard.Code.class::isInstance)) {
            begin(true);
        }
        return heard;
    }

    /** Sends what is due in return, and remembers what the scanner said to a command. */
    private void takeReplies(List<Heard> heard) throws SerialLinkException {
        for (byte[] due : dialect.due()) {
            link.write(due);
        }
        for (Heard each : heard) {
            if (each instanceof Heard.Reply reply) {
                refused = !reply.accepted();
            }
        }
    }

    private void send(Optional<byte[]> command) throws SerialLinkException {
        if (command.isPresent()) {
            link.write(command.get());
            dialect.sent();
            sentAt = time.nanos();
        }
    }

    /** Lets it look for codes for a moment, and asks it where it can be asked. */
    SelfTestResult selfTest(DeviceThread thread) throws SerialLinkException {
        if (dialect.greeting().isPresent()) {
            Greeting greeting = ask(dialect.greeting().get(), thread);
            if (greeting != Greeting.WELL) {
                String name = greeting == Greeting.REFUSED ? "command-refused" : "no-answer";
                return SelfTestResult.failed("asking the scanner", new DeviceFault(name, WhoActs.MAINTENANCE, ""));
            }
        }
        boolean before = scanning;
        // What it says to the first is heard before the second is sent.
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
