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
import org.yici.base.ErrorCode;
import org.yici.base.ManualTime;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.Screen.OfferLine;
import org.yici.kiosk.ui.Screen.Work;

/** Every screen with values as they are in the field, by the name of its picture. */
final class Samples {
    static final Path FONTS =
            Path.of(System.getProperty("yici.fonts", System.getProperty("user.home") + "/.cache/yici/fonts"));
    static final String TERMINAL = "示范县政务服务自助终端";
    static final PanelProfile PORTRAIT_21 = new PanelProfile(1080, 1920, 0.248);
    static final PanelProfile LANDSCAPE_21 = new PanelProfile(1920, 1080, 0.248);
    static final List<PanelProfile> PANELS =
            List.of(PanelProfile.PORTRAIT_27, PanelProfile.LANDSCAPE_27, PORTRAIT_21, LANDSCAPE_21);

    static final String TITLE = "社会保险个人参保证明";
    static final String ISSUER = "示范县社会保险中心";

    private Samples() {}

    static ManualTime time() {
        return new ManualTime(Instant.parse("2026-11-22T06:05:00Z"));
    }

    static KioskPanel panel(PanelProfile profile, ManualTime time) {
        return new KioskPanel(profile, TERMINAL, FONTS, time);
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
        all.put("idle", new Screen.Idle(Set.of(Screen.Card.IDENTITY_CARD), Optional.empty(), Optional.empty()));
        all.put(
                "idle-paper-out",
                new Screen.Idle(
                        Set.of(Screen.Card.IDENTITY_CARD), error(ErrorCode.PRINTER_PAPER_OUT), Optional.empty()));
        all.put(
                "idle-not-ready",
                new Screen.Idle(Set.of(Screen.Card.values()), error(ErrorCode.PRINTER_NOT_READY), Optional.empty()));
        all.put(
                "idle-card-refused",
                new Screen.Idle(Set.of(Screen.Card.IDENTITY_CARD), Optional.empty(), error(ErrorCode.CARD_UNREADABLE)));
        all.put("idle-slot", new Screen.Idle(Set.of(Screen.Card.values()), Optional.empty(), Optional.empty()));
        all.put(
                "idle-slot-left",
                new Screen.Idle(Set.of(Screen.Card.values()), Optional.empty(), error(ErrorCode.CHIP_CARD_LEFT)));
        all.put(
                "idle-slot-only",
                new Screen.Idle(Set.of(Screen.Card.SOCIAL_SECURITY_CARD), Optional.empty(), Optional.empty()));
        all.put("out-of-service", new Screen.OutOfService(DisplayedError.of(ErrorCode.STORE_FULL)));
        all.put(
                "greeting",
                new Screen.Greeting("林*夏", "0001**********0029", Screen.Card.IDENTITY_CARD, Optional.empty()));
        all.put(
                "greeting-slot",
                new Screen.Greeting("林*夏", "0001**********0029", Screen.Card.SOCIAL_SECURITY_CARD, Optional.empty()));
        all.put(
                "greeting-not-now",
                new Screen.Greeting(
                        "林*夏", "0001**********0029", Screen.Card.IDENTITY_CARD, error(ErrorCode.PRINTER_PAPER_OUT)));
        all.put("greeting-rare", greeting("王*\uD883\uDEE2"));
        all.put("greeting-20", greeting("J" + "*".repeat(9) + " DOE-SAMPLE"));
        all.put("greeting-60", greeting("W" + "*".repeat(59)));
        all.put("greeting-100", greeting("W".repeat(50) + ", W" + "*".repeat(47)));
        all.put("offers-100", new Screen.Offers("W" + "*".repeat(99), List.of(offer("a"))));
        all.put("offers", new Screen.Offers("林*夏", List.of(offer("a"))));
        all.put("offers-not-available", new Screen.Offers("赵*鸣", List.of(refused())));
        all.put("offers-none", new Screen.Offers("赵*鸣", List.of()));
        all.put(
                "offers-many",
                new Screen.Offers(
                        "林*夏",
                        List.of(offer("a"), refused(), offer("b"), offer("c"), refused(), offer("d"), offer("e"))));
        all.put("consent", consent());
        for (Work work : Work.values()) {
            all.put(
                    "working-" + work.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    new Screen.Working(work));
        }
        all.put("preview", new Screen.Preview(TITLE, certificate(), 1, "示范省社会保险事业中心电子印章（样张）"));
        all.put("printing", new Screen.Printing(0, 1, Optional.empty()));
        all.put("printing-paper-out", new Screen.Printing(1, 2, error(ErrorCode.PRINTER_PAPER_OUT)));
        all.put("printing-jammed", new Screen.Printing(0, 1, error(ErrorCode.PRINTER_JAMMED)));
        all.put("printing-toner-out", new Screen.Printing(0, 1, error(ErrorCode.PRINTER_TONER_OUT)));
        all.put("printing-not-ready", new Screen.Printing(1, 2, error(ErrorCode.PRINTER_NOT_READY)));
        all.put("paper-question", new Screen.PaperQuestion(1));
        all.put("done", new Screen.Done(1));
        all.put(
                "idle-stopped",
                new Screen.Idle(
                        Set.of(Screen.Card.IDENTITY_CARD),
                        Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED)),
                        Optional.empty()));
        all.put(
                "greeting-stopped",
                new Screen.Greeting(
                        "林*夏",
                        "0001**********0029",
                        Screen.Card.IDENTITY_CARD,
                        Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED))));
        all.put(
                "failed-holder",
                new Screen.Failed(new DisplayedError(ErrorCode.DOCUMENT_HOLDER_WRONG, "7K2M-0415"), false));
        all.put("failed", new Screen.Failed(DisplayedError.of(ErrorCode.CENTRE_GONE), true));
        all.put("failed-card", new Screen.Failed(DisplayedError.of(ErrorCode.CARD_NOT_ENOUGH), false));
        all.put("failed-old-card", new Screen.Failed(DisplayedError.of(ErrorCode.CARD_READ_TOO_OLD), false));
        all.put("failed-busy", new Screen.Failed(DisplayedError.of(ErrorCode.CENTRE_BUSY), true));
        all.put("failed-final", new Screen.Failed(new DisplayedError(ErrorCode.PRINT_UNCERTAIN, "7K2M-0415"), false));
        all.put("goodbye", new Screen.Goodbye(1));
        all.put("goodbye-card", new Screen.Goodbye(0));
        all.put("goodbye-perhaps", new Screen.Goodbye(-1));
        return all;
    }

    private static Screen.Greeting greeting(String name) {
        return new Screen.Greeting(name, "0001**********0029", Screen.Card.IDENTITY_CARD, Optional.empty());
    }

    static Screen.Consent consent() {
        return new Screen.Consent(
                TITLE,
                List.of(
                        "本次为您打印《" + TITLE + "》一份。",
                        "您的姓名和身份证号码将发送给" + ISSUER + "，只用于查询并出具这份证明。",
                        "出具的时间、终端和份数由出具单位登记备查。",
                        "办理结束后，这台终端上不保留您的任何信息。"));
    }

    private static Optional<DisplayedError> error(ErrorCode code) {
        return Optional.of(DisplayedError.of(code));
    }

    private static OfferLine offer(String kind) {
        return new OfferLine(kind, TITLE, ISSUER, true, "");
    }

    private static OfferLine refused() {
        return new OfferLine("x", TITLE, ISSUER, false, "没有查到您的参保记录。如需参保，请到社会保险服务窗口办理。");
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
        g.drawString(TITLE, 320, 260);
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
        g.drawString(ISSUER, 780, 1120);
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
