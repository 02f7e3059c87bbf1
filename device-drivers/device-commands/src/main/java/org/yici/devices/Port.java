package org.yici.devices;

import picocli.CommandLine.Option;

/** The serial port that a command is about, and how long it waits there. */
final class Port {
    @Option(
            names = "--port",
            required = true,
            paramLabel = "P",
            description = "path of the serial port, best /dev/serial/by-id/…")
    private String path = "";

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "30",
            description = "seconds to wait for each card or code (${DEFAULT-VALUE})")
    private int timeout;

    String path() {
        return path;
    }

    int timeout() {
        return timeout;
    }
}
