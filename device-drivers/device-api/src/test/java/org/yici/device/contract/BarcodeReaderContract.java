package org.yici.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yici.device.BarcodeReader;
import org.yici.device.CodeEvent;
import org.yici.device.Counter;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import org.yici.device.Subscription;

/** The contract of {@link BarcodeReader}; a subclass brings the scanner and the hands that hold codes before it. */
public abstract class BarcodeReaderContract extends DeviceContract<BarcodeReader> {
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final List<CodeEvent.Reason> refused = new CopyOnWriteArrayList<>();

    /** Holds a code of this content before the scanner until it saw it; a scanner that is not looking for any sees nothing. */
    protected abstract void show(byte[] content) throws Exception;

    /** Holds a code before a scanner that nobody has asked to look. */
    protected abstract void showInPassing(byte[] content) throws Exception;

    @Override
    protected List<ThrowingCallable> callsOf(BarcodeReader scanner) {
        return List.of(() -> scanner.read(event -> {}));
    }

    private Subscription read(BarcodeReader scanner) {
        Subscription subscription = scanner.read(event -> {
            if (event instanceof CodeEvent.CodeRead code) {
                read.add(code.code().reveal().text());
            } else if (event instanceof CodeEvent.CodeRefused no) {
                refused.add(no.reason());
            }
        });
        awaitScanning(scanner, true);
        return subscription;
    }

    private static void awaitScanning(BarcodeReader scanner, boolean scanning) {
        await().atMost(PATIENCE).until(() -> ((DeviceStatus.OfBarcodeReader) scanner.status()).scanning() == scanning);
    }

    private void awaitRead(String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(read).containsExactly(texts));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void comesOnlineAndDoesNotLook() {
        DeviceStatus status = online().status();
        assertThat(((DeviceStatus.OfBarcodeReader) status).scanning()).isFalse();
        assertThat(status.faults()).isEmpty();
    }

    @Test
    void tellsEachCodeOnce() throws Exception {
        BarcodeReader scanner = online();
        read(scanner);
        show(utf8("A-1"));
        awaitRead("A-1");
        show(utf8("A-2"));
        awaitRead("A-1", "A-2");
        assertThat(scanner.counts()).isEqualTo(Map.of(Counter.READS, 2L));
    }

    @Test
    void understandsChineseOfBothKinds() throws Exception {
        read(online());
        show(utf8("办事码𠮷"));
        awaitRead("办事码𠮷");
        show("社会保险".getBytes(Charset.forName("GB18030")));
        awaitRead("办事码𠮷", "社会保险");
    }

    @Test
    void takesWhateverStandsThereForData() throws Exception {
        String hostile =
                "\u0001\u0002\u0003\u0006\u0015\u0016\u001B[2J~\u00010000#SCNTRG0;\u0003' OR 1=1;--${jndi:ldap://x}";
        read(online());
        show(utf8(hostile));
        awaitRead(hostile);
        String longest = "https://example.invalid/" + "7".repeat(7000);
        show(utf8(longest));
        awaitRead(hostile, longest);
        assertThat(refused).isEmpty();
    }

    @Test
    void refusesWhatNoCodeCanHold() throws Exception {
        read(online());
        show(utf8("9".repeat(9000)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(refused).containsExactly(CodeEvent.Reason.TOO_LONG));
        show(utf8("next"));
        awaitRead("next");
    }

    @Test
    void keepsNothingForWhoeverComesNext() throws Exception {
        BarcodeReader scanner = online();
        showInPassing(utf8("somebody's"));
        Subscription first = read(scanner);
        show(utf8("mine"));
        awaitRead("mine");
        first.close();
        awaitScanning(scanner, false);
        showInPassing(utf8("somebody else's"));
        read(scanner);
        show(utf8("mine again"));
        awaitRead("mine", "mine again");
    }

    @Test
    void looksAgainAfterALoss() throws Exception {
        BarcodeReader scanner = online();
        read(scanner);
        unplug();
        awaitState(scanner, DeviceState.OFFLINE);
        assertThat(((DeviceStatus.OfBarcodeReader) scanner.status()).scanning()).isFalse();
        plugIn();
        awaitScanning(scanner, true);
        show(utf8("after"));
        awaitRead("after");
        assertThat(scanner.counts()).containsEntry(Counter.LOSSES, 1L);
    }

    @Test
    void triesItselfOut() throws Exception {
        BarcodeReader scanner = online();
        SelfTestResult well = ((SelfTesting) scanner).selfTest().get(60, TimeUnit.SECONDS);
        assertThat(well.passed()).as(well.toString()).isTrue();
    }
}
