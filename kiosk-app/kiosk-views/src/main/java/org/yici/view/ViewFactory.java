package org.yici.view;

import java.util.function.Consumer;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.view.busy.WorkingView;
import org.yici.view.certificate.ConsentView;
import org.yici.view.certificate.OffersView;
import org.yici.view.certificate.PreviewView;
import org.yici.view.error.FailedView;
import org.yici.view.error.OutOfServiceView;
import org.yici.view.finish.DoneView;
import org.yici.view.finish.GoodbyeView;
import org.yici.view.finish.PaperQuestionView;
import org.yici.view.idle.IdleView;
import org.yici.view.kit.Page;
import org.yici.view.kit.Theme;
import org.yici.view.menu.MenuView;
import org.yici.view.printing.PrintingView;

/**
 * One screen's view and which keys of the bottom band go with it.
 *
 * @param back whether 返回 is offered
 * @param end whether 结束并清除我的信息 is offered; views with a key of their own for it do without
 */
record ViewFactory(Page page, boolean back, boolean end) {
    /** The view of {@code screen}; what is touched on it goes to {@code actions}. */
    static ViewFactory of(Theme theme, Screen screen, Consumer<CitizenAction> actions) {
        if (screen instanceof Screen.Idle idle) {
            return new ViewFactory(new IdleView(theme, idle), false, false);
        } else if (screen instanceof Screen.OutOfService outOfService) {
            return new ViewFactory(new OutOfServiceView(theme, outOfService), false, false);
        } else if (screen instanceof Screen.Greeting greeting) {
            return new ViewFactory(new MenuView(theme, greeting, actions), false, true);
        } else if (screen instanceof Screen.Offers offers) {
            return new ViewFactory(new OffersView(theme, offers, actions), true, true);
        } else if (screen instanceof Screen.Consent consent) {
            return new ViewFactory(new ConsentView(theme, consent, actions), true, true);
        } else if (screen instanceof Screen.Working working) {
            boolean personal = working.work() != Screen.Work.RECONCILING;
            return new ViewFactory(new WorkingView(theme, working), false, personal);
        } else if (screen instanceof Screen.Preview preview) {
            return new ViewFactory(new PreviewView(theme, preview, actions), true, true);
        } else if (screen instanceof Screen.Printing printing) {
            return new ViewFactory(new PrintingView(theme, printing), false, true);
        } else if (screen instanceof Screen.PaperQuestion question) {
            return new ViewFactory(new PaperQuestionView(theme, question, actions), false, true);
        } else if (screen instanceof Screen.Done done) {
            return new ViewFactory(new DoneView(theme, done, actions), false, false);
        } else if (screen instanceof Screen.Failed failed) {
            return new ViewFactory(new FailedView(theme, failed, actions), false, false);
        } else if (screen instanceof Screen.Goodbye goodbye) {
            return new ViewFactory(new GoodbyeView(theme, goodbye), false, false);
        }
        throw new IllegalArgumentException("No view for " + screen.getClass());
    }
}
