package org.yici.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.yici.check.measure.Row;
import org.yici.measure.decode.Decoding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Writes a row of {@code deploy/measure} for each of the drivers' times that are wanted. */
@Command(name = "device-measure", description = "Takes the drivers' times against the bench.")
public final class DeviceMeasure implements Callable<Integer> {
    @Option(names = "--out", required = true, description = "folder of the rows")
    private Path out = Path.of("");

    @Option(names = "--rows", required = true, split = ",", description = "reader, travel-document, recovery, decode")
    private Set<String> rows = Set.of();

    @Option(names = "--times", defaultValue = "30", description = "how often each is taken")
    private int times;

    private DeviceMeasure() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DeviceMeasure()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("yici-measure");
        if (rows.contains("reader")) {
            keep(new ReaderPairs(folder).row(times));
        }
        if (rows.contains("travel-document")) {
            keep(new DocumentPairs(folder).row(times));
        }
        if (rows.contains("recovery")) {
            keep(new Recovery(folder).row(times));
        }
        if (rows.contains("decode")) {
            keep(new Decoding().row(Math.min(1000, 34 * times), out.resolve("decode.md")));
        }
        return 0;
    }

    private void keep(Row row) throws IOException {
        Files.write(out.resolve(row.name() + ".json"), JsonMapper.shared().writeValueAsBytes(row));
    }
}
