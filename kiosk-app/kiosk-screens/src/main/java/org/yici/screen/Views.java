package org.yici.screen;

import java.util.function.Consumer;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.certificate.ConsentView;
import org.yici.screen.certificate.OffersView;
import org.yici.screen.certificate.PreviewView;
import org.yici.screen.ending.DoneView;
import org.yici.screen.ending.GoodbyeView;
import org.yici.screen.ending.PaperQuestionView;
import org.yici.screen.greeting.GreetingView;
import org.yici.screen.idle.IdleView;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.printing.PrintingView;
import org.yici.screen.trouble.FailedView;
import org.yici.screen.trouble.OutOfServiceView;
import org.yici.screen.waiting.WorkingView;

/**
 * One screen's view and which keys of the bottom band go with it.
 *
 * @param back whether 返回 is offered
 * @param end whether 结束并清除我的信息 is offered; views with a key of their own for it do without
 */
record Views(Page page, boolean back, boolean end) {
    /** The view of {@code screen}; what is touched on it goes to {@code touches}. */
    static Views of(Look look, Screen screen, Consumer<Touch> touches) {
        if (screen instanceof Screen.Idle idle) {
            return new Views(new IdleView(look, idle), false, false);
        } else if (screen instanceof Screen.OutOfService outOfService) {
            return new Views(new OutOfServiceView(look, outOfService), false, false);
        } else if (screen instanceof Screen.Greeting greeting) {
            return new Views(new GreetingView(look, greeting, touches), false, true);
        } else if (screen instanceof Screen.Offers offers) {
            return new Views(new OffersView(look, offers, touches), true, true);
        } else if (screen instanceof Screen.Consent consent) {
            return new Views(new ConsentView(look, consent, touches), true, true);
        } else if (screen instanceof Screen.Working working) {
            boolean personal = working.work() != Screen.Work.RECONCILING;
            return new Views(new WorkingView(look, working), false, personal);
        } else if (screen instanceof Screen.Preview preview) {
            return new Views(new PreviewView(look, preview, touches), true, true);
        } else if (screen instanceof Screen.Printing printing) {
            return new Views(new PrintingView(look, printing), false, true);
        } else if (screen instanceof Screen.PaperQuestion question) {
            return new Views(new PaperQuestionView(look, question, touches), false, true);
        } else if (screen instanceof Screen.Done done) {
            return new Views(new DoneView(look, done, touches), false, false);
        } else if (screen instanceof Screen.Failed failed) {
            return new Views(new FailedView(look, failed, touches), false, false);
        } else if (screen instanceof Screen.Goodbye goodbye) {
            return new Views(new GoodbyeView(look, goodbye), false, false);
        }
        throw new IllegalArgumentException("No view for " + screen.getClass());
    }
}
