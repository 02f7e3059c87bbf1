package org.yici.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yici.base.ErrorCode;
import org.yici.base.ManualTime;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.service.ServiceTile;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.CommonScreen.Activity;
import org.yici.kiosk.ui.CommonScreen.Working;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Message;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenTraits;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.ConsentText;
import org.yici.view.certificate.CertificateViews;

/** Every screen with values as they are in the field, by the name of its picture. */
final class Samples {
    static final Path FONTS =
            Path.of(System.getProperty("yici.fonts", System.getProperty("user.home") + "/.cache/yici/fonts"));
    static final String TERMINAL = "示范县政务服务自助终端";
    static final PanelProfile PORTRAIT_21 = new PanelProfile(1080, 1920, 0.248);
    static final PanelProfile LANDSCAPE_21 = new PanelProfile(1920, 1080, 0.248);
    static final List<PanelProfile> PANELS =
            List.of(PanelProfile.PORTRAIT_27, PanelProfile.LANDSCAPE_27, PORTRAIT_21, LANDSCAPE_21);

    static final LocalText TITLE =
            new LocalText("社会保险个人参保证明", Map.of(Language.ENGLISH, "Personal Social Insurance Record"));
    static final LocalText ISSUER =
            new LocalText("示范县社会保险中心", Map.of(Language.ENGLISH, "the Demonstration County Social Insurance Centre"));
    static final List<VisitPreferences> PREFERENCES = Stream.of(Language.values())
            .map(VisitPreferences.DEFAULT::withLanguage)
            .toList();

    static final ViewFactory VIEWS = new ViewFactory(List.of(new CertificateViews()));

    private Samples() {}

    /** The menu's tiles; {@code notNow} says why no certificate can be printed. */
    static List<ServiceTile> tiles(Optional<DisplayedError> notNow) {
        return List.of(new ServiceTile(CertificateService.ID, notNow));
    }

    /** The menu that greets somebody. */
    static VisitScreen.Menu menu(String name, String number, Card card, Optional<DisplayedError> notNow) {
        return new VisitScreen.Menu(Optional.of(new VisitScreen.Greeted(name, number, card)), tiles(notNow));
    }

    static ManualTime time() {
        return new ManualTime(Instant.parse("2026-11-22T06:05:00Z"));
    }

    static KioskPanel panel(PanelProfile profile, ManualTime time) {
        return new KioskPanel(profile, TERMINAL, FONTS, VIEWS, time);
    }

    static BufferedImage paint(KioskPanel panel) {
        panel.layOut();
        BufferedImage picture = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        panel.paint(g);
        g.dispose();
        return picture;
    }

    static Map<String, Screen> screens() {
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put("idle", new VisitScreen.Idle(Set.of(Card.IDENTITY_CARD), tiles(Optional.empty()), Optional.empty()));
        all.put(
                "idle-paper-out",
                new VisitScreen.Idle(
                        Set.of(Card.IDENTITY_CARD), tiles(error(ErrorCode.PRINTER_PAPER_OUT)), Optional.empty()));
        all.put(
                "idle-not-ready",
                new VisitScreen.Idle(
                        Set.of(Card.values()), tiles(error(ErrorCode.PRINTER_NOT_READY)), Optional.empty()));
        all.put(
                "idle-card-refused",
                new VisitScreen.Idle(
                        Set.of(Card.IDENTITY_CARD), tiles(Optional.empty()), error(ErrorCode.CARD_UNREADABLE)));
        all.put("idle-slot", new VisitScreen.Idle(Set.of(Card.values()), tiles(Optional.empty()), Optional.empty()));
        all.put(
                "idle-slot-left",
                new VisitScreen.Idle(Set.of(Card.values()), tiles(Optional.empty()), error(ErrorCode.CHIP_CARD_LEFT)));
        all.put(
                "idle-slot-only",
                new VisitScreen.Idle(Set.of(Card.SOCIAL_SECURITY_CARD), tiles(Optional.empty()), Optional.empty()));
        all.put("out-of-service", new VisitScreen.OutOfService(DisplayedError.of(ErrorCode.STORE_FULL)));
        all.put("greeting", menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, Optional.empty()));
        all.put("greeting-slot", menu("林*夏", "0001**********0029", Card.SOCIAL_SECURITY_CARD, Optional.empty()));
        all.put(
                "greeting-not-now",
                menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, error(ErrorCode.PRINTER_PAPER_OUT)));
        all.put("greeting-rare", greeting("王*\uD883\uDEE2"));
        all.put("greeting-20", greeting("J" + "*".repeat(9) + " DOE-SAMPLE"));
        all.put("greeting-60", greeting("W" + "*".repeat(59)));
        all.put("greeting-100", greeting("W".repeat(50) + ", W" + "*".repeat(47)));
        all.put("offers-100", new CertificateScreen.Offers("W" + "*".repeat(99), List.of(offer("a"))));
        all.put("offers", new CertificateScreen.Offers("林*夏", List.of(offer("a"))));
        all.put("offers-not-available", new CertificateScreen.Offers("赵*鸣", List.of(refused())));
        all.put("offers-none", new CertificateScreen.Offers("赵*鸣", List.of()));
        all.put(
                "offers-many",
                new CertificateScreen.Offers(
                        "林*夏",
                        List.of(offer("a"), refused(), offer("b"), offer("c"), refused(), offer("d"), offer("e"))));
        all.put(
                "offers-untranslated",
                new CertificateScreen.Offers(
                        "林*夏",
                        List.of(new CertificateScreen.Offer(
                                "a",
                                LocalText.of(TITLE.chinese()),
                                LocalText.of(ISSUER.chinese()),
                                true,
                                LocalText.of("")))));
        all.put("consent", consent());
        all.put("working-asking-offers", Working.forCitizen(Activity.SEARCHING, "certificates.working.offers"));
        all.put("working-issuing", Working.forCitizen(Activity.ISSUING, "certificates.working.issue"));
        all.put("working-checking-seal", Working.forCitizen(Activity.CHECKING, "certificates.working.check"));
        all.put("working-sending-to-printer", Working.forCitizen(Activity.PRINTING, "print.sending"));
        all.put(
                "working-reconciling",
                new Working(Activity.WAITING, Message.of("visit.reconciling"), ScreenTraits.PLAIN));
        all.put("menu", new VisitScreen.Menu(Optional.empty(), tiles(Optional.empty())));
        all.put(
                "card-prompt",
                new VisitScreen.CardPrompt(CertificateService.ID, Set.of(Card.IDENTITY_CARD), Optional.empty()));
        all.put(
                "card-prompt-refused",
                new VisitScreen.CardPrompt(
                        CertificateService.ID, Set.of(Card.values()), error(ErrorCode.CARD_UNREADABLE)));
        all.put("preview", new CertificateScreen.Preview(TITLE, certificate(), 1, "示范省社会保险事业中心电子印章（样张）"));
        all.put("printing", new PrintScreen.Printing(0, 1, Optional.empty()));
        all.put("printing-paper-out", new PrintScreen.Printing(1, 2, error(ErrorCode.PRINTER_PAPER_OUT)));
        all.put("printing-jammed", new PrintScreen.Printing(0, 1, error(ErrorCode.PRINTER_JAMMED)));
        all.put("printing-toner-out", new PrintScreen.Printing(0, 1, error(ErrorCode.PRINTER_TONER_OUT)));
        all.put("printing-not-ready", new PrintScreen.Printing(1, 2, error(ErrorCode.PRINTER_NOT_READY)));
        all.put("paper-question", new PrintScreen.DeliveryQuestion(1));
        all.put("done", new PrintScreen.Done(1));
        all.put(
                "idle-stopped",
                new VisitScreen.Idle(
                        Set.of(Card.IDENTITY_CARD),
                        tiles(Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED))),
                        Optional.empty()));
        all.put(
                "greeting-stopped",
                menu(
                        "林*夏",
                        "0001**********0029",
                        Card.IDENTITY_CARD,
                        Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED))));
        all.put(
                "failed-holder",
                new CommonScreen.Failed(new DisplayedError(ErrorCode.DOCUMENT_HOLDER_WRONG, "7K2M-0415"), false));
        all.put("failed", new CommonScreen.Failed(DisplayedError.of(ErrorCode.SERVER_GONE), true));
        all.put("failed-card", new CommonScreen.Failed(DisplayedError.of(ErrorCode.CARD_NOT_ENOUGH), false));
        all.put("failed-old-card", new CommonScreen.Failed(DisplayedError.of(ErrorCode.CARD_READ_TOO_OLD), false));
        all.put("failed-busy", new CommonScreen.Failed(DisplayedError.of(ErrorCode.SERVER_BUSY), true));
        all.put(
                "failed-final",
                new CommonScreen.Failed(new DisplayedError(ErrorCode.PRINT_UNCERTAIN, "7K2M-0415"), false));
        all.put("goodbye", new VisitScreen.Goodbye(PaperInTray.sheets(1)));
        all.put("goodbye-card", new VisitScreen.Goodbye(PaperInTray.sheets(0)));
        all.put("goodbye-perhaps", new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        return all;
    }

    private static Screen greeting(String name) {
        return menu(name, "0001**********0029", Card.IDENTITY_CARD, Optional.empty());
    }

    static CertificateScreen.Consent consent() {
        return new CertificateScreen.Consent(TITLE, ConsentText.sentences(TITLE, ISSUER));
    }

    private static Optional<DisplayedError> error(ErrorCode code) {
        return Optional.of(DisplayedError.of(code));
    }

    private static CertificateScreen.Offer offer(String kind) {
        return new CertificateScreen.Offer(kind, TITLE, ISSUER, true, LocalText.of(""));
    }

    private static CertificateScreen.Offer refused() {
        return new CertificateScreen.Offer(
                "x",
                TITLE,
                ISSUER,
                false,
                new LocalText(
                        "没有查到您的参保记录。如需参保，请到社会保险服务窗口办理。",
                        Map.of(
                                Language.ENGLISH,
                                "No insurance record was found. If you are insured, ask your employer or a social"
                                        + " insurance counter.")));
    }

    /** A page that looks like a certificate from afar; the real one is not this module's. */
    private static BufferedImage certificate() {
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1240, 1754);
        g.setColor(new Color(0x222222));
        Font serif = serif();
        g.setFont(serif.deriveFont(60f));
        g.drawString(TITLE.chinese(), 320, 260);
        g.setFont(serif.deriveFont(32f));
        String[] lines = {
            "兹证明林知夏（身份证号 000101198802290029）自 2012 年 7 月起",
            "在本县参加企业职工基本养老保险、失业保险和工伤保险，截至",
            "2026 年 10 月，缴费状态为正常参保。",
            "",
            "特此证明。"
        };
        for (int i = 0; i < lines.length; i++) {
            g.drawString(lines[i], 160, 460 + i * 70);
        }
        g.drawString(ISSUER.chinese(), 780, 1120);
        g.drawString("2026 年 11 月 22 日", 790, 1180);
        g.setColor(new Color(0xC8102E));
        g.setStroke(new BasicStroke(7));
        g.drawOval(790, 1020, 240, 240);
        g.dispose();
        return page;
    }

    private static Font serif() {
        try {
            return Font.createFont(
                    Font.TRUETYPE_FONT, FONTS.resolve("YiciSerif-Regular.ttf").toFile());
        } catch (IOException | java.awt.FontFormatException e) {
            throw new IllegalStateException("Fonts missing in " + FONTS + "; deploy/fonts makes them", e);
        }
    }
}
