package org.yici.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the letters of a picture with tesseract (simplified Chinese), also light ones on keys. */
public final class Eye {
    private final Path folder;

    public Eye(Path folder) {
        this.folder = folder;
    }

    /** Everything that can be read on {@code png}. */
    public Text read(byte[] png) throws IOException, InterruptedException {
        return new Text(new Reading(folder.resolve("eye.png"), Ink.dark(png)).words());
    }

    /** One run of tesseract. */
    private static final class Reading {
        private final Path picture;
        private final Process tesseract;

        Reading(Path picture, byte[] png) throws IOException {
            this.picture = Files.write(picture, png);
            ProcessBuilder command = new ProcessBuilder(
                    "tesseract", picture.toString(), "stdout", "-l", "chi_sim", "--psm", "11", "--dpi", "150", "tsv");
            command.redirectError(ProcessBuilder.Redirect.DISCARD);
            command.environment().put("OMP_THREAD_LIMIT", "1");
            tesseract = command.start();
        }

        List<Word> words() throws IOException, InterruptedException {
            String table = new String(tesseract.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!tesseract.waitFor(60, TimeUnit.SECONDS) || tesseract.exitValue() != 0) {
                tesseract.destroyForcibly();
                throw new IOException("tesseract failed; are tesseract-ocr and tesseract-ocr-chi-sim installed?");
            }
            Files.deleteIfExists(picture);
            return parse(table);
        }
    }

    private static List<Word> parse(String table) {
        List<Word> words = new ArrayList<>();
        for (String row : table.split("\n", -1)) {
            String[] cell = row.split("\t", -1);
            if (cell.length >= 12 && cell[0].equals("5") && !cell[11].isBlank()) {
                int line = number(cell[2]) * 10_000 + number(cell[3]) * 100 + number(cell[4]);
                words.add(new Word(
                        cell[11].strip(), line, number(cell[6]), number(cell[7]), number(cell[8]), number(cell[9])));
            }
        }
        return words;
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }
}
