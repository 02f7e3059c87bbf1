package org.yici.journey.port;

import java.util.List;

/** Writes down what it hears, in words. */
public record RememberingListener(List<String> heard) implements Keeper.Listener {
    @Override
    public void foreground(Keeper.Foreground foreground) {
        heard.add("foreground "
                + foreground.outOfOrder().map(code -> code.name() + " ").orElse("")
                + (foreground.stopped().isEmpty() ? "" : foreground.stopped() + " ")
                + foreground.centre().map(Enum::name).orElse("OPEN") + " " + foreground.openIntents());
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
