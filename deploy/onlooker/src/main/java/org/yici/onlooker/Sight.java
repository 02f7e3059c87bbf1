package org.yici.onlooker;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the windows of this process show.
 *
 * @param front whether any of them is on the screen; one beyond its edge stands by, and of its content nothing is told
 * @param nodes in the order in which they are read out
 */
record Sight(boolean front, List<Node> nodes) {
    Sight {
        nodes = List.copyOf(nodes);
    }

    /** On the event dispatch thread. */
    static Sight now() {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration()
                .getBounds();
        List<Node> nodes = new ArrayList<>();
        boolean front = false;
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && window.getBounds().intersects(screen)) {
                front = true;
                new Walk(window, nodes).through();
            }
        }
        return new Sight(front, nodes);
    }

    /** Its part of a line: without the braces around it. */
    String json() {
        return nodes.stream()
                .map(Node::json)
                .collect(Collectors.joining(",", "\"front\":" + front + ",\"nodes\":[", "]"));
    }
}
