package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.yici.base.ErrorCode;
import org.yici.base.ManualTime;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitAction;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;

class TouchesTest {
    private final ManualTime time = Samples.time();
    private final KioskPanel panel = Samples.panel(PanelProfile.PORTRAIT_27, time);
    private final List<CitizenAction> heard = new ArrayList<>();

    TouchesTest() {
        panel.onAction(heard::add);
    }

    @Test
    void everyKeySaysWhatItMeans() {
        show(greeting());
        tap("打证明");
        show(new CertificateScreen.Offers(
                "林*夏",
                List.of(new CertificateScreen.Offer(
                        "insured", LocalText.of("参保证明"), LocalText.of("中心"), true, LocalText.of("")))));
        tap("参保证明");
        tap("返回");
        show(Samples.consent());
        tap("同意并继续");
        show(sample("preview"));
        tap("打印");
        show(new CommonScreen.Failed(DisplayedError.of(ErrorCode.SERVER_GONE), true));
        tap("再试一次");
        tap("结束");
        show(new PrintScreen.DeliveryQuestion(1));
        tap("都出来了");
        tap("没打出来或不全");
        show(new PrintScreen.Done(1));
        tap("完成");
        assertThat(heard)
                .containsExactly(
                        new VisitAction.ChooseService(CertificateService.ID),
                        new CertificateAction.ChooseOffer("insured"),
                        new CitizenAction.Back(),
                        new CertificateAction.Agree(),
                        new CertificateAction.Print(),
                        new CitizenAction.Retry(),
                        new CitizenAction.Exit(),
                        new PrintScreen.DeliveryAnswer(true),
                        new PrintScreen.DeliveryAnswer(false),
                        new CitizenAction.Exit());
    }

    @Test
    void personalScreensCanAlwaysBeLeft() {
        Samples.screens().forEach((name, screen) -> {
            show(screen);
            List<String> keys = Tree.targets(panel).stream()
                    .map(key -> key.getAccessibleContext().getAccessibleName())
                    .toList();
            boolean leaves = keys.contains("退出并清除信息") || keys.contains("结束") || keys.contains("完成");
            if (screen.traits().personal() || screen instanceof CommonScreen.Failed) {
                assertThat(leaves).as(name).isTrue();
            }
        });
    }

    @Test
    void withoutACitizenNoKeySpeaksOfTheirData() {
        Samples.screens().forEach((name, screen) -> {
            if (!screen.traits().exit()) {
                show(screen);
                assertThat(Tree.targets(panel)).as(name).noneMatch(key -> "退出并清除信息"
                        .equals(key.getAccessibleContext().getAccessibleName()));
            }
        });
    }

    @Test
    void aKeyActsOnReleaseAndOnlyOnce() {
        show(greeting());
        JComponent key = Tree.target(panel, "打证明");
        Tree.mouse(key, MouseEvent.MOUSE_PRESSED, new Point(20, 20));
        assertThat(heard).isEmpty();
        Tree.mouse(key, MouseEvent.MOUSE_RELEASED, new Point(20, 20));
        Tree.mouse(key, MouseEvent.MOUSE_RELEASED, new Point(20, 20));
        assertThat(heard).containsExactly(new VisitAction.ChooseService(CertificateService.ID));
    }

    @Test
    void slidingOffAKeyCancels() {
        show(greeting());
        JComponent key = Tree.target(panel, "打证明");
        Tree.mouse(key, MouseEvent.MOUSE_PRESSED, new Point(20, 20));
        Tree.mouse(key, MouseEvent.MOUSE_DRAGGED, new Point(20, -80));
        Tree.mouse(key, MouseEvent.MOUSE_RELEASED, new Point(20, -80));
        assertThat(heard).isEmpty();
    }

    @Test
    void aTouchRightAfterAScreenAppearedWasMeantForTheOneBefore() {
        panel.show(greeting());
        panel.layOut();
        time.advance(Duration.ofMillis(299));
        tap("打证明");
        assertThat(heard).isEmpty();
        time.advance(Duration.ofMillis(1));
        tap("打证明");
        assertThat(heard).hasSize(1);
    }

    @Test
    void aFingerThatWasOnAViewWhenItWentSaysNothingToTheNext() {
        show(greeting());
        JComponent key = Tree.target(panel, "打证明");
        Tree.mouse(key, MouseEvent.MOUSE_PRESSED, new Point(20, 20));
        show(Samples.consent());
        Tree.mouse(key, MouseEvent.MOUSE_RELEASED, new Point(20, 20));
        assertThat(heard).isEmpty();
    }

    @Test
    void aTouchBesideAnyKeyAsksForTime() {
        show(greeting());
        Tree.mouse(panel, MouseEvent.MOUSE_PRESSED, new Point(500, 1300));
        Tree.mouse(panel, MouseEvent.MOUSE_RELEASED, new Point(500, 1300));
        assertThat(heard).containsExactly(new CitizenAction.KeepOpen());
    }

    @Test
    void theWarningCoversTheScreenAndOffersTimeOrTheEnd() {
        show(greeting());
        panel.countdown(new Countdown(20, 80, true));
        panel.layOut();
        tap("继续办理");
        assertThat(heard).as("too early").isEmpty();
        time.advance(Duration.ofSeconds(1));
        tap("继续办理");
        tap("结束");
        assertThat(panel.findComponentAt(500, 1000))
                .as("nothing of the screen below")
                .isNotNull();
        assertThat(heard).containsExactly(new CitizenAction.KeepOpen(), new CitizenAction.Exit());
        panel.countdown(new Countdown(80, 80, false));
        assertThat(Tree.spoken(panel)).doesNotContain("继续办理");
    }

    @Test
    void theSameScreenAgainChangesNothing() {
        show(greeting());
        JComponent key = Tree.target(panel, "打证明");
        show(greeting());
        assertThat(Tree.target(panel, "打证明")).isSameAs(key);
    }

    @Test
    void longListsAreTurnedPageByPage() {
        List<CertificateScreen.Offer> offers = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            offers.add(new CertificateScreen.Offer(
                    "k" + i, LocalText.of("证明" + i), LocalText.of("中心"), true, LocalText.of("")));
        }
        show(new CertificateScreen.Offers("林*夏", offers));
        List<String> seen = new ArrayList<>(titles());
        while (Tree.spoken(panel).contains("下一页")) {
            tap("下一页");
            panel.layOut();
            assertThat(titles().size()).isLessThanOrEqualTo(7);
            seen.addAll(titles());
        }
        assertThat(seen).hasSize(17).doesNotHaveDuplicates();
        assertThat(heard).isEmpty();
    }

    private List<String> titles() {
        return Tree.targets(panel).stream()
                .map(key -> key.getAccessibleContext().getAccessibleName())
                .filter(name -> name.startsWith("证明"))
                .toList();
    }

    private void show(Screen screen) {
        panel.show(screen);
        panel.layOut();
        time.advance(Duration.ofSeconds(1));
    }

    private void tap(String name) {
        Tree.tap(Tree.target(panel, name));
    }

    private static Screen greeting() {
        return Samples.menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, Optional.empty());
    }

    private static Screen sample(String name) {
        return Optional.ofNullable(Samples.screens().get(name)).orElseThrow();
    }
}
