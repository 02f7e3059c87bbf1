package org.yici.bench.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the sheets come out: kept in memory and as {@code JOB-PAGE.png} in a folder until somebody takes them, beside
 * {@code JOB.pdf} or {@code JOB.pwg}, the document as it was received. A new run begins with an empty folder. Any thread.
 */
public final class OutputTray {
    /** One printed side. {@code page} counts from 1. */
    public record Side(int page, byte[] png) {}

    /** One sheet with its printed sides, the front first; a blank back is not among them. */
    public record Sheet(int job, List<Side> sides) {
        public Sheet {
            sides = List.copyOf(sides);
        }

        /** The page on the front. */
        public int page() {
            return sides.get(0).page();
        }

        /** The pages on it, one or two. */
        public List<Integer> pages() {
            return sides.stream().map(Side::page).toList();
        }
    }

    private final Path folder;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Integer, Document> documents = new HashMap<>();

    public OutputTray(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        empty();
    }

    synchronized void receive(int job, Document document) {
        documents.put(job, document);
        write(job + "." + document.format().extension(), document.bytes());
    }

    synchronized void put(Sheet sheet) {
        sheets.add(sheet);
        sheet.sides().forEach(side -> write(sheet.job() + "-" + side.page() + ".png", side.png()));
    }

    /** What lies in the tray, the oldest first. */
    public synchronized List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** The side with this page, while its sheet lies here. */
    public synchronized Optional<Side> side(int job, int page) {
        return sheets.stream()
                .filter(sheet -> sheet.job() == job)
                .flatMap(sheet -> sheet.sides().stream())
                .filter(side -> side.page() == page)
                .findFirst();
    }

    public synchronized Optional<Document> document(int job) {
        return Optional.ofNullable(documents.get(job));
    }

    /** Somebody takes everything that lies there. Returns how many sheets it was. */
    public synchronized int take() {
        int count = sheets.size();
        sheets.clear();
        documents.clear();
        empty();
        return count;
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty() {
        try (var files = Files.newDirectoryStream(folder, "*.{png,pdf,pwg}")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
