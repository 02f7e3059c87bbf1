package org.yici.admin;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.yici.admin.enrolment.CodeDesk;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints a one-time code for one terminal, and nothing else, on standard output. */
@Command(
        name = IssueEnrolmentCode.NAME,
        description = "Print a one-time code with which one machine becomes this terminal.",
        mixinStandardHelpOptions = true)
final class IssueEnrolmentCode implements Callable<Integer> {
    static final String NAME = "issue-enrolment-code";

    @ParentCommand
    private Service service = new Service();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--terminal", paramLabel = "ID", required = true, description = "the terminal's id")
    private String terminal = "";

    @Option(names = "--name", required = true, description = "its name as citizens know the place")
    private String name = "";

    @Option(
            names = "--safe-module",
            paramLabel = "NUMBER",
            required = true,
            description = "the security module of its card reader, as the maker prints it")
    private String safeModule = "";

    @Override
    public Integer call() {
        CommandGround ground = CommandGround.of(service);
        String code = new CodeDesk(ground.database(), Time.system())
                .issue(
                        new TerminalId(terminal),
                        name,
                        safeModule,
                        ground.config().enrolment().codeLife());
        PrintWriter out = spec.commandLine().getOut();
        out.println(code);
        out.flush();
        return 0;
    }
}
