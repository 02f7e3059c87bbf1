package org.yici.driver.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A printer of these tests that can be made to lie: HTTP of the JDK, packets of jipp. Not the bench, which others write. */
final class ScriptedPrinter implements AutoCloseable {
    /** What it does with the next document. */
    enum Taking {
        RIGHTLY,
        BUSY,
        /** Takes it and closes the connection without an answer. */
        TAKES_AND_HANGS_UP,
        /** Closes the connection and takes nothing. */
        HANGS_UP,
        /** Takes it and answers something that is not IPP. */
        TAKES_AND_BABBLES,
        /** Takes it and answers server-error-device-error. */
        TAKES_AND_COMPLAINS,
        /** Takes it, closes the connection without an answer, and answers nothing any more. */
        TAKES_AND_FALLS_SILENT,
        /** Takes it and says that it did not. */
        TAKES_AND_REFUSES,
        TAKES_AND_FORBIDS,
        TAKES_AND_SAYS_BUSY,
        /** Says that it took nothing, and answers nothing any more. */
        REFUSES_AND_FALLS_SILENT,
        REFUSES,
        HTTP_FORBIDDEN
    }

    /** A job as this printer tells of it. */
    static final class Job {
        final int id;
        final String name;
        final byte[] document;
        volatile JobState state = JobState.processing;
        volatile OptionalInt impressions = OptionalInt.of(0);
        volatile boolean forgotten;
        volatile int asked;

        Job(int id, String name, byte[] document) {
            this.id = id;
            this.name = name;
            this.document = document;
        }

        void end(JobState end, int count) {
            impressions = count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
            state = end;
        }
    }

    final List<Job> jobs = new ArrayList<>();
    final List<IppPacket> prints = new ArrayList<>();
    final List<Taking> nextTakings = new ArrayList<>();
    volatile Taking otherwise = Taking.RIGHTLY;
    volatile List<String> reasons = List.of("none");
    volatile PrinterState state = PrinterState.idle;
    volatile List<String> formats = List.of("application/octet-stream", "application/pdf");
    /** What it says of itself beside the formats. */
    volatile List<Attribute<?>> abilities = List.of();
    /** The sides that it printed in its life; empty: it does not say. */
    volatile OptionalInt counter = OptionalInt.empty();

    volatile boolean cancels = true;
    volatile int cancelledWithImpressions;
    volatile boolean endlessAnswers;
    volatile boolean babbles;
    /** Hears everything and answers nothing. */
    volatile boolean silent;
    /** How it refuses every question. */
    volatile @Nullable Status refusal;

    /** What happens to a job each time it is asked after. */
    volatile Consumer<Job> life = job -> {};

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "scripted-printer");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable HttpServer server;
    private int port;

    private final Optional<SSLContext> identity;

    ScriptedPrinter() {
        identity = Optional.empty();
    }

    /** One that speaks TLS and shows the certificate of {@code identity}. */
    ScriptedPrinter(SSLContext identity) {
        this.identity = Optional.of(identity);
    }

    private HttpServer server(InetSocketAddress address) throws IOException {
        if (identity.isEmpty()) {
            return HttpServer.create(address, 0);
        }
        HttpsServer encrypted = HttpsServer.create(address, 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(identity.get()));
        return encrypted;
    }

    /** Plugs it in; always at the same port. */
    void plugIn() throws IOException {
        HttpServer plugged = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        port = plugged.getAddress().getPort();
        plugged.createContext("/ipp/print", this::serve);
        plugged.setExecutor(threads);
        plugged.start();
        server = plugged;
    }

    void unplug() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    String uri() {
        return (identity.isPresent() ? "ipps" : "ipp") + "://127.0.0.1:" + port + "/ipp/print";
    }

    synchronized List<String> jobNames() {
        return jobs.stream().map(job -> job.name).toList();
    }

    /** Puts a job there as if a session before had sent it. */
    synchronized Job left(String name) {
        Job job = new Job(jobs.size() + 1, name, new byte[0]);
        jobs.add(job);
        return job;
    }

    private void serve(HttpExchange exchange) throws IOException {
        IppInputStream in = new IppInputStream(exchange.getRequestBody());
        IppPacket request = in.readPacket();
        byte[] document = in.readAllBytes();
        if (silent) {
            // Neither answered nor closed: the connection stays as it is.
            return;
        }
        if (endlessAnswers) {
            babble(exchange, 3 << 20);
        } else if (babbles) {
            babble(exchange, 3);
        } else if (request.getOperation().equals(Operation.printJob)) {
            print(exchange, request, document);
        } else {
            answer(exchange, answer(request));
        }
    }

    private static void babble(HttpExchange exchange, int bytes) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            exchange.getResponseBody().write(new byte[bytes]);
        }
    }

    private static void answer(HttpExchange exchange, IppPacket packet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packet.write(out);
        exchange.getResponseHeaders().add("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(200, out.size());
        try (exchange) {
            exchange.getResponseBody().write(out.toByteArray());
        }
    }

    private synchronized Taking taking() {
        return nextTakings.isEmpty() ? otherwise : nextTakings.remove(0);
    }

    private void print(HttpExchange exchange, IppPacket request, byte[] document) throws IOException {
        switch (taking()) {
            case RIGHTLY -> answer(exchange, taken(take(request, document)));
            case BUSY -> answer(exchange, status(Status.serverErrorBusy));
            case TAKES_AND_HANGS_UP -> {
                take(request, document);
                exchange.close();
            }
            case HANGS_UP -> exchange.close();
            case TAKES_AND_BABBLES -> {
                take(request, document);
                babble(exchange, 100);
            }
            case TAKES_AND_COMPLAINS -> {
                take(request, document);
                answer(exchange, status(Status.serverErrorDeviceError));
            }
            case TAKES_AND_FALLS_SILENT -> {
                take(request, document);
                silent = true;
                exchange.close();
            }
            case TAKES_AND_REFUSES -> {
                take(request, document);
                answer(exchange, status(Status.clientErrorDocumentFormatError));
            }
            case TAKES_AND_FORBIDS -> {
                take(request, document);
                forbid(exchange);
            }
            case TAKES_AND_SAYS_BUSY -> {
                take(request, document);
                answer(exchange, status(Status.serverErrorBusy));
            }
            case REFUSES_AND_FALLS_SILENT -> {
                silent = true;
                answer(exchange, status(Status.clientErrorNotAuthorized));
            }
            case REFUSES -> answer(exchange, status(Status.clientErrorNotAuthorized));
            case HTTP_FORBIDDEN -> forbid(exchange);
        }
    }

    private static void forbid(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(403, -1);
        exchange.close();
    }

    private synchronized Job take(IppPacket request, byte[] document) {
        String name = request.getString(Tag.operationAttributes, Types.jobName);
        Job job = new Job(jobs.size() + 1, name == null ? "" : name, document);
        jobs.add(job);
        prints.add(request);
        return job;
    }

    private static IppPacket status(Status status) {
        return IppPacket.response(status).build();
    }

    private IppPacket taken(Job job) {
        return IppPacket.jobResponse(Status.successfulOk, job.id, URI.create(uri() + "/" + job.id), JobState.pending)
                .build();
    }

    private synchronized IppPacket answer(IppPacket request) {
        Status refused = refusal;
        if (refused != null) {
            return status(refused);
        }
        Operation operation = request.getOperation();
        if (operation.equals(Operation.getPrinterAttributes)) {
            List<Attribute<?>> attributes = new ArrayList<>(abilities);
            attributes.add(Types.printerState.of(state));
            attributes.add(Types.printerStateReasons.of(reasons));
            attributes.add(Types.printerIsAcceptingJobs.of(true));
            attributes.add(Types.documentFormatSupported.of(formats));
            counter.ifPresent(count -> attributes.add(Types.printerImpressionsCompleted.of(count)));
            return IppPacket.response(Status.successfulOk)
                    .putPrinterAttributes(attributes)
                    .build();
        }
        if (operation.equals(Operation.getJobs)) {
            return jobs(request);
        }
        Integer id = request.getValue(Tag.operationAttributes, Types.jobId);
        Optional<Job> job = jobs.stream()
                .filter(each -> id != null && each.id == id && !each.forgotten)
                .findFirst();
        if (job.isEmpty()) {
            return status(Status.clientErrorNotFound);
        }
        return operation.equals(Operation.cancelJob) ? cancel(job.get()) : told(job.get());
    }

    private IppPacket jobs(IppPacket request) {
        boolean completed = "completed".equals(request.getString(Tag.operationAttributes, Types.whichJobs));
        IppPacket.Builder answer = IppPacket.response(Status.successfulOk);
        jobs.stream()
                .filter(job -> !job.forgotten && ended(job) == completed)
                .forEach(job -> answer.addGroup(group(job)));
        return answer.build();
    }

    private static boolean ended(Job job) {
        return job.state.getCode() >= JobState.canceled.getCode();
    }

    private IppPacket told(Job job) {
        job.asked++;
        life.accept(job);
        return IppPacket.response(Status.successfulOk).addGroup(group(job)).build();
    }

    private IppPacket cancel(Job job) {
        if (cancels && !ended(job)) {
            job.end(JobState.canceled, cancelledWithImpressions);
        }
        return status(Status.successfulOk);
    }

    private static AttributeGroup group(Job job) {
        MutableAttributeGroup group = AttributeGroup.mutableGroupOf(
                Tag.jobAttributes,
                Types.jobId.of(job.id),
                Types.jobName.of(job.name),
                Types.jobState.of(job.state),
                Types.jobStateReasons.of("none"));
        job.impressions.ifPresent(count -> group.put(Types.jobImpressionsCompleted.of(count)));
        return group;
    }

    @Override
    public void close() {
        unplug();
        threads.shutdownNow();
    }
}
