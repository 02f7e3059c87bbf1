package org.yici.endurance.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the checkout's programs are, as they were built: a jar and the folder of its libraries. */
public final class Programs {
    private static final List<String> SMALL =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash");

    private final Path checkout;

    public Programs(Path checkout) {
        this.checkout = checkout;
    }

    Path script(String name) {
        return checkout.resolve("deploy").resolve(name);
    }

    /** The command that starts {@code main} of a module. */
    List<String> java(String module, String main, List<String> flags, List<String> arguments) throws IOException {
        Path home = checkout.resolve(module);
        Path target = home.resolve("target");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(flags);
        command.addAll(
                List.of("-cp", jar(target, home.getFileName().toString()) + ":" + target.resolve("lib") + "/*", main));
        command.addAll(arguments);
        return command;
    }

    private static Path jar(Path target, String name) throws IOException {
        if (Files.isDirectory(target.resolve("lib"))) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars = files.filter(
                                file -> file.getFileName().toString().matches(name + "-[0-9.]+(-SNAPSHOT)?\\.jar"))
                        .toList();
                if (jars.size() == 1) {
                    return jars.get(0);
                }
            }
        }
        throw new IOException("there is no program in " + target + "; build it first: mvn package");
    }
}
