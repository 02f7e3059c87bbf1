package org.yici.view;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.view.kit.Page;
import org.yici.view.kit.Theme;

/** The views of one citizen service, or of the core. Samples serve warm-up, gallery and tests. */
public interface ViewProvider {
    /** The classes of screens that this provider has views for. */
    Set<Class<? extends Screen>> screens();

    /** The view of {@code screen}; what is done on it goes to {@code actions}. On the event dispatch thread. */
    Page create(Theme theme, Screen screen, Consumer<CitizenAction> actions);

    /** One or more of each class of screen, with nobody's data, in words about as long as they will be. */
    List<Screen> samples();

    /** Base names of the message files with this provider's sentences, beside those of the core. */
    List<String> messages();
}
