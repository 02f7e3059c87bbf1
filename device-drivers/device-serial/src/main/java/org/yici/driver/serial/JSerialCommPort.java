package org.yici.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yici.driver.serial.SerialLinkException.Reason;

/**
 * A port through jSerialComm, 8 data bits, no parity, 1 stop bit, no flow control.
 *
 * <p>The port is named by its path, best a link that udev makes ({@code /dev/serial/by-id/…}); pseudo-terminals and links work alike.
 * Where nothing can be written, {@code -DjSerialComm.library.path} names the folder of the unpacked native library.
 */
public record JSerialCommPort(String path) implements SerialOpener {
    /** Linux counts serial time-outs in steps of 100 ms; this is the shortest. */
    private static final int READ_WAIT_MS = 100;

    private static final int EACCES = 13;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int ENOENT = 2;
    private static final int EPERM = 1;

    @Override
    public SerialLink open(int baud) throws SerialLinkException {
        SerialPort port = port();
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_WAIT_MS, 0);
        if (!port.openPort(0)) {
            throw refused(port.getLastErrorCode());
        }
        JSerialCommLink link = new JSerialCommLink(path, port);
        link.drop();
        return link;
    }

    private SerialPort port() throws SerialLinkException {
        try {
            SerialLibrary.load();
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new SerialLinkException(Reason.ABSENT, path + ": there is no such port", e);
        } catch (LinkageError e) {
            throw new SerialLinkException(
                    Reason.NO_LIBRARY,
                    path + ": jSerialComm's native library does not load; unpack it and name its folder with"
                            + " -DjSerialComm.library.path",
                    e);
        }
    }

    private SerialLinkException refused(int errno) {
        Reason reason =
                switch (errno) {
                    case EAGAIN, EBUSY -> Reason.BUSY;
                    case EACCES, EPERM -> Reason.FORBIDDEN;
                    // Seen in 2.11.4 for a port that this same process has open.
                    case ENOENT -> Files.exists(Path.of(path)) ? Reason.BUSY : Reason.ABSENT;
                    default -> Reason.ABSENT;
                };
        return new SerialLinkException(reason, errno, path + ": cannot be opened, errno " + errno);
    }
}
