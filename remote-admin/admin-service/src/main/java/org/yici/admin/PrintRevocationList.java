package org.yici.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.enrolment.RevocationList;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the terminal authority's revocation list, and nothing else, on standard output. */
@Command(
        name = PrintRevocationList.NAME,
        description =
                "Print the revocation list of terminals' certificates (PEM, good for thirty days) for a broker elsewhere.",
        mixinStandardHelpOptions = true)
final class PrintRevocationList implements Callable<Integer> {
    static final String NAME = "revocation-list";

    @ParentCommand
    private Service service = new Service();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        CommandGround ground = CommandGround.of(service);
        KeyFolder keys = KeyFolder.open(ground.config().keys());
        Instant now = Time.system().now();
        PrintWriter out = spec.commandLine().getOut();
        out.print(RevocationList.pem(
                keys.certificate("terminal-ca.pem"),
                keys.privateKey("terminal-ca.key"),
                new TerminalStore(JdbcClient.create(ground.database())).revoked(now),
                now));
        out.flush();
        return 0;
    }
}
