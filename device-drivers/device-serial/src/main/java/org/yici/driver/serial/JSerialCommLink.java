package org.yici.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import org.yici.driver.serial.SerialLinkException.Reason;

/** An open port of jSerialComm. Its event listener is not used: after a loss it calls without end (seen in 2.11.4). */
final class JSerialCommLink implements SerialLink {
    private final String path;
    private final SerialPort port;

    JSerialCommLink(String path, SerialPort port) {
        this.path = path;
        this.port = port;
    }

    @Override
    public int read(byte[] into) throws SerialLinkException {
        int count = port.readBytes(into, into.length);
        if (count < 0) {
            throw gone("read");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws SerialLinkException {
        int written = 0;
        while (written < bytes.length) {
            // After a loss it answers 0 and the port still claims to be open (seen in 2.11.4).
            int count = port.writeBytes(bytes, bytes.length - written, written);
            if (count <= 0) {
                throw gone("write");
            }
            written += count;
        }
    }

    @Override
    public void drop() throws SerialLinkException {
        if (!port.flushIOBuffers()) {
            throw gone("flush");
        }
    }

    private SerialLinkException gone(String what) {
        int errno = port.getLastErrorCode();
        return new SerialLinkException(Reason.GONE, errno, path + ": " + what + " failed, errno " + errno);
    }

    @Override
    public void close() {
        port.closePort();
    }
}
