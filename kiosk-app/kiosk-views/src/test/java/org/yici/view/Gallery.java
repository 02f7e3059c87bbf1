package org.yici.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.yici.base.ManualTime;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.kiosk.visit.VisitScreen;

/** Paints every screen in every language into pictures: {@code Gallery FOLDER}. */
final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        SwingUtilities.invokeAndWait(() -> {
            try {
                paint(folder, "portrait", PanelProfile.PORTRAIT_27);
                paint(folder, "landscape", PanelProfile.LANDSCAPE_27);
                paint(folder, "portrait21", Samples.PORTRAIT_21);
                paint(folder, "landscape21", Samples.LANDSCAPE_21);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void paint(Path folder, String name, PanelProfile profile) throws IOException {
        for (VisitPreferences preferences : Samples.PREFERENCES) {
            String language = preferences.equals(VisitPreferences.DEFAULT)
                    ? ""
                    : "-" + preferences.language().tag();
            paint(folder, name, language, profile, preferences);
        }
    }

    private static void paint(
            Path folder, String name, String language, PanelProfile profile, VisitPreferences preferences)
            throws IOException {
        ManualTime time = Samples.time();
        KioskPanel panel = Samples.panel(profile, time);
        panel.preferences(preferences);
        for (Map.Entry<String, Screen> sample : Samples.screens().entrySet()) {
            Screen screen = sample.getValue();
            panel.show(screen);
            boolean personal = !(screen instanceof VisitScreen.Idle || screen instanceof VisitScreen.OutOfService);
            panel.countdown(personal ? new Countdown(47, 60, false) : Countdown.NONE);
            panel.motion().moveTo(screen instanceof CommonScreen.Working ? 12_400 : 2_300);
            save(folder, name + "-" + sample.getKey() + language, Samples.paint(panel));
            time.advance(Duration.ofSeconds(1));
        }
        panel.show(Samples.consent());
        panel.countdown(new Countdown(17, 80, true));
        save(folder, name + "-warning" + language, Samples.paint(panel));
    }

    private static void save(Path folder, String name, BufferedImage picture) throws IOException {
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
