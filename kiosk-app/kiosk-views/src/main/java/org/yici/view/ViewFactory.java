package org.yici.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.view.kit.Page;
import org.yici.view.kit.Theme;

/** Finds the view of a screen among the providers of the core and of all services. Immutable. */
public final class ViewFactory {
    private final List<ViewProvider> providers;
    private final Map<Class<? extends Screen>, ViewProvider> byScreen = new HashMap<>();

    /** @throws IllegalArgumentException if two providers have views for the same screen */
    public ViewFactory(List<ViewProvider> services) {
        List<ViewProvider> all = new ArrayList<>(List.of(new CoreViews()));
        all.addAll(services);
        this.providers = List.copyOf(all);
        for (ViewProvider provider : providers) {
            for (Class<? extends Screen> screen : provider.screens()) {
                if (byScreen.put(screen, provider) != null) {
                    throw new IllegalArgumentException("two views for " + screen);
                }
            }
        }
    }

    Page create(Theme theme, Screen screen, Consumer<CitizenAction> actions) {
        ViewProvider provider = byScreen.get(screen.getClass());
        if (provider == null) {
            throw new IllegalArgumentException("no view for " + screen.getClass());
        }
        return provider.create(theme, screen, actions);
    }

    /** Those of the core and of all services. */
    public List<ViewProvider> providers() {
        return providers;
    }

    /** The samples of all. */
    public List<Screen> samples() {
        return providers.stream()
                .flatMap(provider -> provider.samples().stream())
                .toList();
    }

    /** Base names of all message files beside those of the core. */
    public List<String> messages() {
        return providers.stream()
                .flatMap(provider -> provider.messages().stream())
                .distinct()
                .toList();
    }
}
