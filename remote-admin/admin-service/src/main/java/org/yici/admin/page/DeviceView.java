package org.yici.admin.page;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.DeviceVocabulary;

/**
 * A device as a page shows it.
 *
 * @param tone {@code good}, {@code warning}, {@code bad} or {@code quiet}: the class of its colour
 */
public record DeviceView(
        String id,
        String kind,
        String state,
        String tone,
        List<Detail> details,
        List<FaultView> faults,
        List<CountView> counts) {
    private static final String SAFE_MODULE = "safeModule";

    /** A word about a device, with the colour of its value. */
    public record Detail(String name, String value, String tone) {}

    /** What the device counted since the terminal was set up. */
    public record CountView(String name, String number) {}

    /** One thing that is wrong. */
    public record FaultView(String name, String whoActs, String tone, String nativeCode) {}

    /** @param boundModule number of the security module that is bound to the terminal */
    static DeviceView of(DeviceReport report, String boundModule) {
        List<Detail> details = new TreeMap<>(report.details())
                .entrySet().stream()
                        .filter(detail -> !detail.getValue().isEmpty())
                        .map(detail -> detail.getKey().equals(SAFE_MODULE)
                                ? module(detail.getValue(), boundModule)
                                : detail(detail.getKey(), detail.getValue()))
                        .toList();
        return new DeviceView(
                report.id(),
                Words.deviceKind(report.kind()),
                Words.deviceState(report.state()),
                tone(report, details),
                details,
                report.faults().stream().map(DeviceView::fault).toList(),
                Words.COUNTERS.entrySet().stream()
                        .filter(counter -> report.counts().containsKey(counter.getKey()))
                        .map(counter -> new CountView(
                                counter.getValue(),
                                String.format(
                                                Locale.ROOT,
                                                "%,d",
                                                report.counts().get(counter.getKey()))
                                        + (counter.getKey().equals("pages") ? " 张" : " 次")))
                        .toList());
    }

    private static Detail detail(String name, String value) {
        return new Detail(Words.detail(name), Words.detailValue(value), detailTone(value));
    }

    /** The number itself leaves no terminal: the agent replaces it by its fingerprint. */
    private static Detail module(String fingerprint, String boundModule) {
        boolean bound = fingerprint.equals(DeviceVocabulary.fingerprint(boundModule));
        return new Detail(Words.detail(SAFE_MODULE), bound ? "与登记一致" : "与登记不符", bound ? "plain" : "bad");
    }

    /** How it is in one word: what is wrong, or that nothing is, or its state. */
    public String summary() {
        if (!faults.isEmpty()) {
            return faults.get(0).name();
        }
        return tone.equals("good") ? "正常" : state;
    }

    private static FaultView fault(DeviceReport.Fault fault) {
        return new FaultView(
                Words.fault(fault.name()) + (isWarning(fault) ? "（提醒）" : ""),
                Words.whoActs(fault.whoActs()),
                isReset(fault) || isWarning(fault) ? "warning" : "bad",
                fault.nativeCode());
    }

    /** What a printer itself calls less than an error (RFC 8011, 5.4.12). */
    private static boolean isWarning(DeviceReport.Fault fault) {
        return fault.nativeCode().endsWith("-warning") || fault.nativeCode().endsWith("-report");
    }

    private static boolean isReset(DeviceReport.Fault fault) {
        return fault.whoActs().equalsIgnoreCase("reset");
    }

    private static String tone(DeviceReport report, List<Detail> details) {
        return switch (report.state().toLowerCase(Locale.ROOT)) {
            case "online", "devicebusy" -> worst(report, details);
            case "starting" -> "warning";
            case "unknown" -> "quiet";
            default -> "bad";
        };
    }

    /** A device that works can still lack something: paper that ends is a warning, paper that is out is bad. */
    private static String worst(DeviceReport report, List<Detail> details) {
        List<String> tones = details.stream().map(Detail::tone).toList();
        if (tones.contains("bad")) {
            return "bad";
        }
        return tones.contains("warning") || !report.faults().isEmpty() ? "warning" : "good";
    }

    private static String detailTone(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "out", "jammed" -> "bad";
            case "low" -> "warning";
            case "unknown" -> "quiet";
            default -> "plain";
        };
    }
}
