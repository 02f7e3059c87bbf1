package org.yici.onlooker;

import java.awt.Color;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** A program that somebody looks at: a window beyond the edge, then in front, one button behind a pane; it ends when its input does. */
final class LookedAt {
    private LookedAt() {}

    public static void main(String[] arguments) throws Exception {
        JFrame frame = new JFrame();
        JButton button = new JButton("打印");
        JButton behind = new JButton("返回");
        SwingUtilities.invokeAndWait(() -> {
            frame.setUndecorated(true);
            JPanel content = new JPanel(null);
            JLabel label = new JLabel("林*夏，\"您好\"");
            label.setBounds(10, 10, 300, 40);
            button.setBounds(10, 100, 200, 60);
            behind.setBounds(10, 200, 200, 60);
            JPanel pane = new JPanel();
            pane.setBackground(Color.GRAY);
            pane.setBounds(0, 190, 400, 200);
            content.add(label);
            content.add(button);
            content.add(pane);
            content.add(behind);
            frame.setContentPane(content);
            frame.setBounds(-3000, 0, 400, 400);
            frame.setVisible(true);
        });
        System.in.read();
        SwingUtilities.invokeAndWait(() -> frame.setLocation(0, 0));
        System.in.read();
        SwingUtilities.invokeAndWait(() -> button.setEnabled(false));
        System.in.read();
    }
}
