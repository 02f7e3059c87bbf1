package org.yici.kiosk.port;

import java.util.List;

/** Writes down what it hears, in words. */
public record RememberingListener(List<String> heard) implements AgentClient.Listener {
    @Override
    public void granted(AgentClient.DisplayGrant foreground) {
        heard.add("foreground "
                + foreground.outOfOrder().map(code -> code.name() + " ").orElse("")
                + (foreground.stopped().isEmpty() ? "" : foreground.stopped() + " ")
                + foreground.server().map(Enum::name).orElse("OPEN") + " " + foreground.openIntents());
    }

    @Override
    public void away() {
        heard.add("away");
    }

    @Override
    public void gone() {
        heard.add("gone");
    }
}
