package org.yici.ipc.systemd;

import java.io.IOException;
import java.time.Duration;

/** A program under a supervisor: says that it is ready and forty times that it lives, then "said"; a line ends it. */
final class NotifyingProcess {
    private NotifyingProcess() {}

    public static void main(String[] args) throws IOException {
        SystemdNotifier notifier = new SystemdNotifier(Duration.ZERO);
        notifier.ready();
        for (int i = 0; i < 40; i++) {
            notifier.alive();
            Thread.yield();
        }
        System.out.println("said");
        int next = System.in.read();
        while (next == 'a') {
            notifier.alive();
            next = System.in.read();
        }
    }
}
