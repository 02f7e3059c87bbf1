package org.yici.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.device.Candidate;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceThread;

/** The queues of a CUPS, asked for by its own operation CUPS-Get-Printers. */
final class CupsQueues {
    private static final int CUPS_GET_PRINTERS = 0x4002;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private CupsQueues() {}

    /** None if nobody answers at {@code cups}, {@code http://host:port/}. */
    static List<Candidate> at(URI cups) {
        IppPacket question = new IppPacket.Builder(CUPS_GET_PRINTERS, IppPacket.DEFAULT_VERSION_NUMBER, 1)
                .putOperationAttributes(
                        Types.attributesCharset.of("utf-8"),
                        Types.attributesNaturalLanguage.of("en"),
                        Types.requestedAttributes.of("printer-name", "printer-make-and-model"))
                .build();
        IppLink link = new IppLink(cups, Optional.empty(), new DeviceThread(new DeviceId("cups")), Time.system());
        List<Candidate> queues = new ArrayList<>();
        if (link.send(question, new byte[0], PATIENCE) instanceof IppReply.Answer answer) {
            for (AttributeGroup group : answer.packet().getAttributeGroups()) {
                String name = group.getString(Types.printerName);
                if (group.getTag() == Tag.printerAttributes && name != null) {
                    queues.add(queue(cups, name, group.getString(Types.printerMakeAndModel)));
                }
            }
        }
        return queues;
    }

    private static Candidate queue(URI cups, String name, @Nullable String model) {
        String uri = "ipp://" + cups.getHost() + ":" + cups.getPort() + "/printers/" + name;
        DeviceConfig config = new DeviceConfig(
                new DeviceId("document-printer"),
                DeviceKind.DOCUMENT_PRINTER,
                "ipp",
                Map.of("uri", uri, "evidence", "job-state"));
        return new Candidate(
                "CUPS queue " + name + (model == null ? "" : ", " + model), Optional.of(config), Map.of("path", uri));
    }
}
