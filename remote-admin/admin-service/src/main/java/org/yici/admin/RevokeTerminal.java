package org.yici.admin;

import java.util.concurrent.Callable;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.enrolment.Revocation;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Revokes one terminal's certificate, as the button on its page does. */
@Command(
        name = RevokeTerminal.NAME,
        description = "Revoke this terminal's certificate; enrolling it anew gives it another one.",
        mixinStandardHelpOptions = true)
final class RevokeTerminal implements Callable<Integer> {
    static final String NAME = "revoke-terminal";

    @ParentCommand
    private Service service = new Service();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--terminal", paramLabel = "ID", required = true, description = "the terminal's id")
    private String terminal = "";

    @Override
    public Integer call() {
        boolean revoked = Revocation.on(CommandGround.of(service).database(), Time.system())
                .revoke(new TerminalId(terminal), AuditLog.MACHINE);
        if (!revoked) {
            spec.commandLine().getErr().println("service: no terminal " + terminal + " with a certificate to revoke");
        }
        return revoked ? 0 : 1;
    }
}
