package org.yici.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.CommonScreen.Activity;
import org.yici.kiosk.ui.CommonScreen.Working;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.kiosk.visit.VisitScreen.Greeted;
import org.yici.view.busy.WorkingView;
import org.yici.view.error.FailedView;
import org.yici.view.error.OutOfServiceView;
import org.yici.view.finish.DeliveryQuestionView;
import org.yici.view.finish.DoneView;
import org.yici.view.finish.GoodbyeView;
import org.yici.view.idle.CardPromptView;
import org.yici.view.idle.IdleView;
import org.yici.view.menu.MenuView;
import org.yici.view.printing.PrintingView;

/** The screens before, between and after citizen services. */
final class CoreViews extends ViewTable {
    CoreViews() {
        DisplayedError error = DisplayedError.of(ErrorCode.PRINTER_PAPER_OUT);
        add(
                VisitScreen.OutOfService.class,
                (theme, screen, actions) -> new OutOfServiceView(theme, screen),
                new VisitScreen.OutOfService(error));
        add(
                VisitScreen.Menu.class,
                MenuView::new,
                new VisitScreen.Menu(Optional.empty(), List.of()),
                new VisitScreen.Menu(Optional.of(new Greeted("*", "**", Card.IDENTITY_CARD)), List.of()),
                // The one that is waited for with a card in the hand.
                new VisitScreen.Menu(Optional.of(new Greeted("**", "**", Card.IDENTITY_CARD)), List.of()),
                new VisitScreen.Menu(Optional.of(new Greeted("***", "**", Card.SOCIAL_SECURITY_CARD)), List.of()));
        add(
                CommonScreen.Working.class,
                (theme, screen, actions) -> new WorkingView(theme, screen),
                Working.forCitizen(Activity.PRINTING, "print.sending"));
        add(
                PrintScreen.Printing.class,
                (theme, screen, actions) -> new PrintingView(theme, screen),
                new PrintScreen.Printing(0, 1, Optional.of(error)));
        add(PrintScreen.DeliveryQuestion.class, DeliveryQuestionView::new, new PrintScreen.DeliveryQuestion(1));
        add(PrintScreen.Done.class, DoneView::new, new PrintScreen.Done(1));
        add(CommonScreen.Failed.class, FailedView::new, new CommonScreen.Failed(error, true));
        add(
                VisitScreen.Goodbye.class,
                (theme, screen, actions) -> new GoodbyeView(theme, screen),
                new VisitScreen.Goodbye(PaperInTray.sheets(1)));
        add(
                VisitScreen.Idle.class,
                IdleView::new,
                new VisitScreen.Idle(EnumSet.allOf(Card.class), List.of(), Optional.of(error)),
                new VisitScreen.Idle(EnumSet.of(Card.IDENTITY_CARD), List.of(), Optional.empty()));
        add(VisitScreen.CardPrompt.class, (theme, screen, actions) -> new CardPromptView(theme, screen));
    }
}
