package org.yici.admin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.enrolment.Revocation;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Revokes one terminal's certificate, as the button on its page does, and waits until the broker refuses it. */
@Command(
        name = RevokeTerminal.NAME,
        description = "Revoke this terminal's certificate; enrolling it anew gives it another one.",
        mixinStandardHelpOptions = true)
final class RevokeTerminal implements Callable<Integer> {
    static final String NAME = "revoke-terminal";

    /** Exit status: revoked in the database, and not seen to be refused by the broker yet. */
    static final int NOT_IN_FORCE = 3;

    private static final long LOOK_MILLIS = 200;

    @ParentCommand
    private Service service = new Service();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--terminal", paramLabel = "ID", required = true, description = "the terminal's id")
    private String terminal = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "how long to wait until the broker has been seen to refuse the certificate (default: 20)")
    private int waitSeconds;

    @Override
    public Integer call() throws InterruptedException {
        Time time = Time.system();
        TerminalId id = new TerminalId(terminal);
        CommandGround ground = CommandGround.of(service);
        if (!Revocation.on(ground.database(), time).revoke(id, AuditLog.MACHINE)) {
            spec.commandLine().getErr().println("service: no terminal " + terminal + " with a certificate to revoke");
            return 1;
        }
        if (!awaitInForce(new TerminalStore(JdbcClient.create(ground.database())), id, time)) {
            spec.commandLine()
                    .getErr()
                    .println("service: " + terminal + " is revoked, but within " + waitSeconds
                            + " s the broker was not seen to refuse its certificate. A running service goes on trying and says in its"
                            + " log what is missing; without one nobody does.");
            return NOT_IN_FORCE;
        }
        return 0;
    }

    private boolean awaitInForce(TerminalStore terminals, TerminalId id, Time time) throws InterruptedException {
        long began = time.nanos();
        while (terminals.notInForceSince(id, time.now()).isPresent()) {
            if (time.since(began).compareTo(Duration.ofSeconds(waitSeconds)) >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return true;
    }
}
