package org.yici.check.residue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches on behalf of {@code deploy/residue}: a line of JSON in, a line of JSON out, until the input ends. What it looks for comes over
 * standard input and is written nowhere.
 *
 * <pre>
 * {"do": "needles", "needles": ["e69e97..", …]}   what to look for from now on
 * {"do": "read", "pid": 1}                    reads a process's memory → bytes, unreadable
 * {"do": "search"}                            searches what was read, and drops it → hits
 * {"do": "keep", "file": "PATH"}              writes what was read to a file, and drops it
 * {"do": "files", "files": ["PATH", …]}       searches files → hits, bytes, vanished
 * </pre>
 */
public final class Search {
    private Needles needles = new Needles(List.of());
    private final Memory.Pieces pieces = new Memory.Pieces();
    private @Nullable Memory memory;

    private Search() {}

    public static void main(String[] arguments) throws IOException {
        Search search = new Search();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(JsonMapper.shared().writeValueAsString(search.answer(line)));
            System.out.flush();
        }
    }

    private Map<String, Object> answer(String line) {
        try {
            return act(JsonMapper.shared().readTree(line));
        } catch (IOException | RuntimeException e) {
            return Map.of("error", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Map<String, Object> act(JsonNode request) throws IOException {
        String what = request.path("do").asString("");
        return switch (what) {
            case "needles" -> needles(request);
            case "read" -> read(request.path("pid").asLong());
            case "search" -> search();
            case "keep" -> keep(Path.of(request.path("file").asString()));
            case "files" -> files(request);
            default -> throw new IllegalArgumentException("nothing is called " + what);
        };
    }

    private Map<String, Object> needles(JsonNode request) {
        List<Needle> list = new ArrayList<>();
        request.path("needles").forEach(text -> list.add(Needle.parse(text.asString())));
        needles = new Needles(list);
        return Map.of("needles", needles.count());
    }

    private Map<String, Object> read(long pid) throws IOException {
        drop();
        Memory read = Memory.read(pid, pieces);
        memory = read;
        return Map.of("bytes", read.bytes(), "unreadable", read.unreadable());
    }

    private Map<String, Object> search() throws IOException {
        Hits hits = taken().search(needles);
        drop();
        return Map.of("hits", hits(hits));
    }

    private Map<String, Object> keep(Path file) throws IOException {
        taken().keep(file);
        drop();
        return Map.of("kept", file.toString());
    }

    private Memory taken() {
        Memory read = memory;
        if (read == null) {
            throw new IllegalStateException("no memory was read");
        }
        return read;
    }

    private void drop() {
        Memory read = memory;
        if (read != null) {
            read.drop();
        }
        memory = null;
    }

    private Map<String, Object> files(JsonNode request) {
        Hits hits = new Hits();
        List<String> vanished = new ArrayList<>();
        long bytes = 0;
        for (JsonNode name : request.path("files")) {
            try (InputStream in = Files.newInputStream(Path.of(name.asString()))) {
                bytes += new Hay(needles, hits, name.asString(), 0).search(in::read);
            } catch (IOException e) {
                vanished.add(name.asString());
            }
        }
        return Map.of("hits", hits(hits), "bytes", bytes, "vanished", vanished);
    }

    private static List<Map<String, Object>> hits(Hits hits) {
        return hits.all().stream()
                .map(hit -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("needle", hit.needle());
                    told.put("count", hit.count());
                    told.put("where", hit.where());
                    return told;
                })
                .toList();
    }
}
