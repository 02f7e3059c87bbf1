package org.yici.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.view.kit.Page;
import org.yici.view.kit.Theme;

/** A {@link ViewProvider} that is filled by its subclass's constructor: one line a screen. */
public abstract class ViewTable implements ViewProvider {
    private final Map<Class<? extends Screen>, Factory<Screen>> factories = new LinkedHashMap<>();
    private final List<Screen> samples = new ArrayList<>();
    private final List<String> messages;

    /** Makes a view. */
    @FunctionalInterface
    protected interface Factory<S extends Screen> {
        Page create(Theme theme, S screen, Consumer<CitizenAction> actions);
    }

    /** @param messages base names of message files beside those of the core */
    protected ViewTable(String... messages) {
        this.messages = List.of(messages);
    }

    /** One class of screen, its view and what it may look like. */
    @SafeVarargs
    protected final <S extends Screen> void add(Class<S> type, Factory<? super S> factory, S... examples) {
        factories.put(type, (theme, screen, actions) -> factory.create(theme, type.cast(screen), actions));
        samples.addAll(List.of(examples));
    }

    /** More of what a citizen may see, also of screens whose views are another provider's. */
    protected final void sample(Screen... examples) {
        samples.addAll(List.of(examples));
    }

    @Override
    public final Set<Class<? extends Screen>> screens() {
        return Set.copyOf(factories.keySet());
    }

    @Override
    public final Page create(Theme theme, Screen screen, Consumer<CitizenAction> actions) {
        return Objects.requireNonNull(factories.get(screen.getClass()), () -> "no view for " + screen.getClass())
                .create(theme, screen, actions);
    }

    @Override
    public final List<Screen> samples() {
        return List.copyOf(samples);
    }

    @Override
    public final List<String> messages() {
        return messages;
    }
}
