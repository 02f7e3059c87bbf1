package org.yici.bench.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Server-sent events to every open page. A page too slow to follow loses its backlog and gets everything anew. */
final class EventStream {
    private static final int BACKLOG = 64;
    private static final long SILENCE_SECONDS = 10;

    private final List<BlockingQueue<String>> pages = new CopyOnWriteArrayList<>();
    private final Runnable everythingAnew;

    /** {@code everythingAnew} is called after a page came, or lost its backlog: send the state and the whole screen. */
    EventStream(Runnable everythingAnew) {
        this.everythingAnew = everythingAnew;
    }

    boolean hasPages() {
        return !pages.isEmpty();
    }

    void send(String event, Object data) {
        String text = "event: " + event + "\ndata: " + Answers.JSON.writeValueAsString(data) + "\n\n";
        for (BlockingQueue<String> page : pages) {
            if (!page.offer(text)) {
                page.clear();
                everythingAnew.run();
            }
        }
    }

    /** Serves one page until it goes or the thread is interrupted. */
    void serve(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> page = new LinkedBlockingQueue<>(BACKLOG);
        pages.add(page);
        everythingAnew.run();
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                String text = page.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
                out.write((text == null ? ": still here\n\n" : text).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(page);
        }
    }
}
