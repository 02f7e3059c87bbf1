package org.yici.catalogue.publication;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.yici.catalogue.check.CatalogueCheck;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.FaultMessages;
import org.yici.catalogue.file.CataloguePath;
import org.yici.catalogue.file.Manifest;

/**
 * Checks and publishes from a command line: {@code check FOLDER}, {@code publish SOURCES TARGET}. Faults go to the output, a line
 * each, in the machine's language. Exit 0 done, 1 faults, 2 wrong call.
 */
public final class CatalogueCommand {
    private final Clock clock;
    private final PrintStream out;
    private final FaultMessages messages;

    CatalogueCommand(Clock clock, PrintStream out, Locale locale) {
        this.clock = clock;
        this.out = out;
        this.messages = new FaultMessages(locale);
    }

    public static void main(String[] arguments) {
        System.exit(new CatalogueCommand(Clock.systemUTC(), System.out, Locale.getDefault()).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.size() == 2 && arguments.get(0).equals("check")) {
            return check(Path.of(arguments.get(1)));
        }
        if (arguments.size() == 3 && arguments.get(0).equals("publish")) {
            return publish(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
        }
        out.println("check FOLDER | publish SOURCES TARGET");
        return 2;
    }

    private int check(Path folder) {
        boolean published = Files.exists(folder.resolve(CataloguePath.MANIFEST));
        return report(published ? CatalogueCheck.checkPublished(folder) : CatalogueCheck.checkSources(folder));
    }

    private int publish(Path sources, Path target) {
        try {
            Manifest manifest = CataloguePublisher.publish(sources, target, clock.instant());
            out.println(manifest.files().size() + " files, " + manifest.info().county() + ", "
                    + manifest.info().trust());
            return 0;
        } catch (CatalogueException e) {
            return report(e.faults());
        } catch (IOException e) {
            out.println("cannot write " + target + ": " + e.getMessage());
            return 1;
        }
    }

    private int report(List<Fault> faults) {
        faults.forEach(fault -> out.println(messages.line(fault)));
        return faults.isEmpty() ? 0 : 1;
    }
}
