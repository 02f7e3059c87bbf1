package org.yici.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.yici.agent.identity.EnrolmentKey;
import org.yici.agent.identity.IdentityException;
import org.yici.agent.identity.KeyFiles;
import org.yici.agent.identity.Tls;
import org.yici.agent.server.RefusedException;
import org.yici.agent.server.ServiceClient;
import org.yici.base.Folders;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.https.EnrolmentRequest;
import org.yici.contract.https.ProblemCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code enrol}: makes the terminal's key and has the centre certify it, once. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        versionProvider = Agent.Version.class,
        description = "Makes this terminal's key and has the centre certify it with a one-time code.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:enrolled, now or before",
            "2:wrong options",
            "3:the service refused",
            "4:the service cannot be reached",
            "5:the service is not the one that trust/service-ca.pem stands for",
            "6:the key could not be made or kept"
        })
final class EnrolCommand extends TerminalCommand {
    private static final int REFUSED = 3;
    private static final int UNREACHABLE = 4;
    private static final int NOT_TRUSTED = 5;
    private static final int NOT_KEPT = 6;

    @Option(names = "--service", required = true, paramLabel = "URL", description = "The service, https://host:port.")
    private URI service = URI.create("");

    @Option(names = "--code", required = true, description = "The one-time code that staff were given.")
    private String code = "";

    @Option(
            names = "--terminal",
            paramLabel = "ID",
            description = "The terminal's id (default: that of etc/yici/agent.yaml).")
    private @Nullable String terminal;

    @Override
    public Integer call() throws ConfigException, InterruptedException {
        Folders folders = folders();
        KeyFiles place = KeyFiles.of(folders);
        if (place.exist()) {
            out().println("This terminal is enrolled already: " + place.keyStore() + " is there. Nothing was done.");
            return 0;
        }
        TerminalId id = terminalId(folders);
        try {
            enrol(folders, id, place);
            out().println("Terminal " + id + " is enrolled; its key is in " + place.keyStore() + ".");
            return 0;
        } catch (RefusedException e) {
            return failed(REFUSED, refused(e));
        } catch (SSLException e) {
            return failed(NOT_TRUSTED, notTrusted(folders, e));
        } catch (IOException e) {
            return failed(UNREACHABLE, service + " cannot be reached: " + words(e));
        } catch (IdentityException e) {
            return failed(NOT_KEPT, e.getMessage());
        }
    }

    private TerminalId terminalId(Folders folders) throws ConfigException {
        if (terminal == null) {
            return AgentConfigFile.read(folders.etc().resolve("agent.yaml")).terminal();
        }
        try {
            return new TerminalId(terminal);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage(), e);
        }
    }

    private void enrol(Folders folders, TerminalId id, KeyFiles place)
            throws IdentityException, IOException, InterruptedException {
        Path anchors = folders.trust().resolve("service-ca.pem");
        ServiceClient client = new ServiceClient(service, Tls.anonymous(anchors, Time.system()));
        try (EnrolmentKey made = EnrolmentKey.make(folders.state(), id)) {
            String chain = client.enrol(new EnrolmentRequest(code, id.value(), made.request()))
                    .certificateChain();
            made.install(chain, place);
        }
    }

    private static String refused(RefusedException e) {
        String advice = e.code().equals(ProblemCode.ENROLMENT_REFUSED.name())
                ? "\nThe code is unknown, used up, too old or for another terminal; have a new one made."
                : "";
        return e.getMessage() + advice;
    }

    private String notTrusted(Folders folders, SSLException e) {
        Optional<Throwable> certificate = causes(e, CertificateException.class);
        return "TLS with " + service + " failed: " + certificate.orElse(e).getMessage()
                + "\nThe service must show a certificate for this host under "
                + folders.trust().resolve("service-ca.pem") + ".";
    }

    private static Optional<Throwable> causes(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
