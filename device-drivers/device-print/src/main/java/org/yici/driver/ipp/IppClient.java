package org.yici.driver.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.TextType;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.hp.jipp.model.WhichJobs;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.PaperSize;
import org.yici.device.PrintOrder;
import org.yici.driver.pwg.RasterFormat.SheetBack;

/** The requests that the driver makes (RFC 8011, 4.2 and 4.3). On the device's thread only. */
final class IppClient {
    static final String PDF = "application/pdf";
    /** The same for everybody: a printer's log learns nothing of a citizen. */
    private static final String USER = "yici";
    /** Questions are answered from memory. */
    private static final Duration QUESTION = Duration.ofSeconds(5);

    /** What queues of CUPS say of themselves and printers do not. */
    static final TextType CUPS_VERSION = new TextType("cups-version");

    private static final byte[] NOTHING = {};
    private static final int SUCCESSFUL_LAST = 0x00FF;

    private final URI uri;
    private final IppLink link;

    IppClient(URI uri, IppLink link) {
        this.uri = uri;
        this.link = link;
    }

    /** A question's answer: a value, or what keeps the printer from giving one. */
    sealed interface Told<T> {
        record Value<T>(T value) implements Told<T> {}

        record Nothing<T>(DeviceFault fault) implements Told<T> {}
    }

    /** What became of handing a document over. */
    sealed interface HandOver {
        record Taken(int jobId) implements HandOver {}

        /** Not now: the printer has another job or a passing fault, and says that it took nothing. */
        record Busy(String code) implements HandOver {}

        /** No byte of the document left, and another try would end alike. */
        record NotSent(DeviceFault fault) implements HandOver {}

        /** The printer says that it took nothing, and another try would end alike. */
        record Refused(DeviceFault fault) implements HandOver {}

        /** It may have been taken. */
        record Unknown(String seen) implements HandOver {}
    }

    /**
     * What is handed over.
     *
     * @param bytes the document as this printer takes it
     * @param format its type
     * @param tray where the paper comes from; empty: as the printer likes
     */
    record Sheaf(PrintOrder order, byte[] bytes, String format, Optional<String> tray) {
        /** The document as it is. */
        static Sheaf pdf(PrintOrder order, Optional<String> tray) {
            return new Sheaf(order, order.pdf(), PDF, tray);
        }
    }

    /** What a printer says when asked after a job. */
    sealed interface JobAnswer {
        record Seen(JobReport job) implements JobAnswer {}

        /** The printer answers and knows no such job. */
        record Lost(String code) implements JobAnswer {}

        record NoAnswer(DeviceFault fault) implements JobAnswer {}
    }

    Told<PrinterReport> printer() {
        IppPacket question = IppPacket.getPrinterAttributes(
                        uri,
                        Types.printerState,
                        Types.printerStateReasons,
                        Types.printerIsAcceptingJobs,
                        Types.printerImpressionsCompleted,
                        CUPS_VERSION)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build();
        return told(ask(question), IppClient::printer);
    }

    private static <T> Told<T> told(IppReply reply, Function<AttributeGroup, T> reading) {
        if (reply instanceof IppReply.Answer answer && successful(answer.packet())) {
            return group(answer.packet(), Tag.printerAttributes)
                    .<Told<T>>map(group -> new Told.Value<>(reading.apply(group)))
                    .orElseGet(() -> new Told.Nothing<>(notUnderstood("no printer attributes")));
        }
        return new Told.Nothing<>(fault(reply));
    }

    private static PrinterReport printer(AttributeGroup group) {
        PrinterState state = group.getValue(Types.printerState);
        Boolean accepting = group.getValue(Types.printerIsAcceptingJobs);
        return new PrinterReport(
                state == null ? 0 : state.getCode(),
                accepting == null || accepting,
                strings(group.getStrings(Types.printerStateReasons)),
                count(group.getValue(Types.printerImpressionsCompleted)),
                group.getString(CUPS_VERSION) != null);
    }

    /** What it can do, asked before each order: trays and what lies in them change. */
    Told<PrinterAbility> ability() {
        IppPacket question = IppPacket.getPrinterAttributes(
                        uri,
                        Types.documentFormatSupported,
                        Types.sidesSupported,
                        Types.mediaSupported,
                        Types.mediaSourceSupported,
                        Types.pwgRasterDocumentResolutionSupported,
                        Types.pwgRasterDocumentTypeSupported,
                        Types.pwgRasterDocumentSheetBack)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build();
        return told(ask(question), IppClient::ability);
    }

    private static PrinterAbility ability(AttributeGroup group) {
        String back = group.getString(Types.pwgRasterDocumentSheetBack);
        List<Resolution> resolutions = group.getValues(Types.pwgRasterDocumentResolutionSupported);
        return new PrinterAbility(
                strings(group.getStrings(Types.documentFormatSupported)),
                strings(group.getStrings(Types.sidesSupported)),
                strings(group.getStrings(Types.mediaSupported)),
                strings(group.getStrings(Types.mediaSourceSupported)),
                new RasterAbility(
                        resolutions == null
                                ? List.of()
                                : resolutions.stream()
                                        .filter(r ->
                                                r.getUnit().equals(ResolutionUnit.dotsPerInch) && r.getX() == r.getY())
                                        .map(Resolution::getX)
                                        .toList(),
                        strings(group.getStrings(Types.pwgRasterDocumentTypeSupported)),
                        SheetBack.of(back == null ? "" : back)));
    }

    /**
     * Hands the document over; never repeated by itself.
     *
     * @param limit some printers answer only when they have taken in the whole document, and take no more of it while they wait for paper
     */
    HandOver print(Sheaf sheaf, Duration limit) {
        PrintOrder order = sheaf.order();
        IppPacket packet = IppPacket.printJob(uri)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER),
                        Types.jobName.of(order.jobName()),
                        Types.documentFormat.of(sheaf.format()))
                .putJobAttributes(
                        Types.copies.of(1),
                        Types.sides.of(PrinterAbility.keyword(order.sides())),
                        sheaf.tray()
                                .<Attribute<?>>map(tray -> Types.mediaCol.of(mediumFrom(tray, order.paper())))
                                .orElseGet(() -> Types.media.of(order.paper().mediaName())))
                .build();
        IppReply reply = link.send(packet, sheaf.bytes(), limit);
        if (reply instanceof IppReply.Answer answer) {
            return handOver(answer.packet());
        }
        DeviceFault fault = fault(reply);
        if (reply instanceof IppReply.Unreachable || reply instanceof IppReply.Untrusted) {
            return new HandOver.NotSent(fault);
        }
        return reply instanceof IppReply.HttpRefused
                ? new HandOver.Refused(fault)
                : new HandOver.Unknown(fault.nativeCode());
    }

    /** A medium by its size, in hundredths of a millimetre, and where it lies (PWG 5100.7). */
    private static MediaCol mediumFrom(String tray, PaperSize paper) {
        MediaCol medium = new MediaCol();
        medium.setMediaSize(new MediaCol.MediaSize(paper.width() * 100, paper.height() * 100));
        medium.setMediaSource(new KeywordOrName(tray));
        return medium;
    }

    private static HandOver handOver(IppPacket packet) {
        if (successful(packet)) {
            return group(packet, Tag.jobAttributes)
                    .map(group -> group.getValue(Types.jobId))
                    .<HandOver>map(HandOver.Taken::new)
                    .orElseGet(() -> new HandOver.Unknown("no job-id"));
        }
        int status = packet.getCode();
        if (status == Status.serverErrorBusy.getCode()
                || status == Status.serverErrorTemporaryError.getCode()
                || status == Status.serverErrorTooManyJobs.getCode()) {
            return new HandOver.Busy(code(packet));
        }
        // These three are also said of a job that was made (RFC 8011, B.1.5).
        if (status == Status.serverErrorInternalError.getCode()
                || status == Status.serverErrorDeviceError.getCode()
                || status == Status.serverErrorJobCanceled.getCode()) {
            return new HandOver.Unknown(code(packet));
        }
        return new HandOver.Refused(refused(packet));
    }

    JobAnswer job(int id) {
        IppPacket question = IppPacket.getJobAttributes(
                        uri,
                        id,
                        Types.jobId,
                        Types.jobName,
                        Types.jobState,
                        Types.jobStateReasons,
                        Types.jobImpressionsCompleted,
                        Types.jobMediaSheetsCompleted)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build();
        IppReply reply = ask(question);
        if (!(reply instanceof IppReply.Answer answer)) {
            return new JobAnswer.NoAnswer(fault(reply));
        }
        if (!successful(answer.packet())) {
            int status = answer.packet().getCode();
            boolean lost = status == Status.clientErrorNotFound.getCode() || status == Status.clientErrorGone.getCode();
            return lost ? new JobAnswer.Lost(code(answer.packet())) : new JobAnswer.NoAnswer(refused(answer.packet()));
        }
        return group(answer.packet(), Tag.jobAttributes)
                .<JobAnswer>map(group -> new JobAnswer.Seen(job(group, id)))
                .orElseGet(() -> new JobAnswer.NoAnswer(notUnderstood("no job attributes")));
    }

    /** All jobs of this name that the printer knows, open and ended. */
    Told<List<JobReport>> jobs(String name) {
        List<JobReport> found = new ArrayList<>();
        for (String which : List.of(WhichJobs.notCompleted, WhichJobs.completed)) {
            IppPacket question = IppPacket.getJobs(
                            uri,
                            Types.jobId,
                            Types.jobName,
                            Types.jobState,
                            Types.jobStateReasons,
                            Types.jobImpressionsCompleted,
                            Types.jobMediaSheetsCompleted)
                    .putOperationAttributes(Types.requestingUserName.of(USER), Types.whichJobs.of(which))
                    .build();
            IppReply reply = ask(question);
            if (!(reply instanceof IppReply.Answer answer) || !successful(answer.packet())) {
                return new Told.Nothing<>(fault(reply));
            }
            answer.packet().getAttributeGroups().stream()
                    .filter(group -> group.getTag() == Tag.jobAttributes)
                    .map(group -> job(group, 0))
                    .filter(job -> job.id() > 0 && job.name().equals(name))
                    .filter(job -> found.stream().noneMatch(known -> known.id() == job.id()))
                    .forEach(found::add);
        }
        return new Told.Value<>(found);
    }

    private static JobReport job(AttributeGroup group, int askedId) {
        Integer id = group.getValue(Types.jobId);
        JobState state = group.getValue(Types.jobState);
        String name = group.getString(Types.jobName);
        return new JobReport(
                id == null ? askedId : id,
                name == null ? "" : name,
                JobPhase.of(state == null ? 0 : state.getCode()),
                count(group.getValue(Types.jobImpressionsCompleted)),
                count(group.getValue(Types.jobMediaSheetsCompleted)),
                strings(group.getStrings(Types.jobStateReasons)));
    }

    private static OptionalInt count(@Nullable Integer said) {
        return said == null || said < 0 ? OptionalInt.empty() : OptionalInt.of(said);
    }

    /** Asks for an end of the job; whether that was heard. Its state tells what came of it. */
    boolean cancel(int id) {
        IppPacket request = IppPacket.cancelJob(uri, id)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build();
        return ask(request) instanceof IppReply.Answer;
    }

    /** What may be asked twice is asked twice: the printer may just have closed a connection that was kept open. */
    private IppReply ask(IppPacket question) {
        IppReply first = link.send(question, NOTHING, QUESTION);
        return first instanceof IppReply.Broken ? link.send(question, NOTHING, QUESTION) : first;
    }

    private static Optional<AttributeGroup> group(IppPacket packet, Tag tag) {
        return packet.getAttributeGroups().stream()
                .filter(group -> group.getTag() == tag)
                .findFirst();
    }

    private static List<String> strings(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.equals("none")).toList();
    }

    private static boolean successful(IppPacket packet) {
        return packet.getCode() <= SUCCESSFUL_LAST;
    }

    private static String code(IppPacket packet) {
        return String.format(Locale.ROOT, "0x%04X", packet.getCode()) + " "
                + packet.getStatus().getName();
    }

    /** Three different things: the printer is gone, it refuses, it is not understood. */
    private static DeviceFault fault(IppReply reply) {
        if (reply instanceof IppReply.Answer answer) {
            return refused(answer.packet());
        }
        if (reply instanceof IppReply.HttpRefused http) {
            return new DeviceFault("printer-refused", WhoActs.MAINTENANCE, "HTTP " + http.code());
        }
        if (reply instanceof IppReply.Untrusted untrusted) {
            return new DeviceFault("certificate-unknown", WhoActs.MAINTENANCE, "sha256 " + untrusted.sha256());
        }
        if (reply instanceof IppReply.Garbled garbled) {
            return notUnderstood(garbled.seen());
        }
        String seen = reply instanceof IppReply.Unreachable unreachable
                ? unreachable.seen()
                : reply instanceof IppReply.Broken broken ? broken.seen() : "";
        return new DeviceFault("printer-gone", WhoActs.RESET, seen);
    }

    private static DeviceFault refused(IppPacket packet) {
        return new DeviceFault("printer-refused", WhoActs.MAINTENANCE, code(packet));
    }

    private static DeviceFault notUnderstood(String seen) {
        return new DeviceFault("not-understood", WhoActs.MAINTENANCE, seen);
    }
}
