package org.yici.paper.font;

import org.yici.paper.PaperWarmUp;

/** Runs the warm-up in a process of its own. */
final class WarmUpProcess {
    private WarmUpProcess() {}

    public static void main(String[] arguments) {
        PaperWarmUp.run(PaperFonts.load(), 1080);
        System.out.println("warm");
    }
}
