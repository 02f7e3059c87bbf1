package org.yici.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yici.base.ErrorTexts;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.Screen;
import org.yici.view.ViewFactory;
import org.yici.view.ViewProvider;

/** What must hold of every citizen service of this terminal. */
class InstalledServicesTest {
    private static final Path SOURCES = Path.of(System.getProperty("yici.root")).resolve("kiosk-app");
    private static final String CORE = "org.yici.kiosk.messages";

    private final ViewFactory views = InstalledServices.views();

    @Test
    void everyScreenHasAViewAndASample() {
        Set<Class<?>> sampled = views.samples().stream().map(Object::getClass).collect(Collectors.toSet());
        for (ViewProvider provider : views.providers()) {
            Set<Class<?>> siblings = new HashSet<>();
            for (Class<? extends Screen> screen : provider.screens()) {
                siblings.addAll(sealedSiblings(screen));
            }
            assertThat(provider.screens()).as("views of " + provider).containsAll(screens(siblings));
            assertThat(sampled).as("samples").containsAll(provider.screens());
        }
    }

    private static List<Class<?>> sealedSiblings(Class<?> screen) {
        return Stream.of(screen.getInterfaces())
                .filter(Class::isSealed)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .toList();
    }

    private static List<Class<? extends Screen>> screens(Set<Class<?>> all) {
        return all.stream()
                .<Class<? extends Screen>>map(type -> type.asSubclass(Screen.class))
                .toList();
    }

    @Test
    void everySentenceIsUsedAndNoKeyIsMissing() throws IOException {
        String code = sources();
        List<String> bundles = new ArrayList<>(List.of(CORE));
        bundles.addAll(views.messages());
        Set<String> unused = new TreeSet<>();
        for (String bundle : bundles) {
            for (String key :
                    ResourceBundle.getBundle(bundle, Locale.SIMPLIFIED_CHINESE).keySet()) {
                if (!isUsed(code, key)) {
                    unused.add(key);
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyLanguageHasTheSameSentencesWithTheSamePlaces() {
        List<String> bundles = new ArrayList<>(List.of(CORE, ErrorTexts.BUNDLE));
        bundles.addAll(views.messages());
        for (String bundle : bundles) {
            ResourceBundle chinese = file(bundle, Language.CHINESE);
            for (Language language : Language.values()) {
                ResourceBundle other = file(bundle, language);
                assertThat(other.keySet()).as("%s in %s", bundle, language).isEqualTo(chinese.keySet());
                for (String key : chinese.keySet()) {
                    assertThat(places(other.getString(key)))
                            .as("%s in %s", key, language)
                            .isEqualTo(places(chinese.getString(key)));
                }
            }
        }
    }

    private static ResourceBundle file(String bundle, Language language) {
        return ResourceBundle.getBundle(
                bundle,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The numbers of the values, also of those within a choice. */
    private static Set<String> places(String pattern) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A sentence whose words depend on a number is written out for each case: words beside a choice would be joined to it. */
    @Test
    void choicesAreWholeSentencesAndNothingIsQuoted() {
        List<String> bundles = new ArrayList<>(List.of(CORE));
        bundles.addAll(views.messages());
        for (String bundle : bundles) {
            for (Language language : Language.values()) {
                ResourceBundle file = file(bundle, language);
                for (String key : file.keySet()) {
                    assertWhole(language + " " + key, file.getString(key), language.locale());
                }
            }
        }
    }

    private static void assertWhole(String name, String pattern, Locale locale) {
        assertThat(pattern).as(name).doesNotContain("'");
        if (pattern.contains(",choice,")) {
            assertThat(pattern).as(name).startsWith("{").endsWith("}");
        }
        for (int number : new int[] {0, 1, 2, 20}) {
            Object[] values = {number, number, number};
            assertThat(new MessageFormat(pattern, locale).format(values))
                    .as(name)
                    .isNotBlank()
                    .doesNotContain("{", "}");
        }
    }

    /** By its whole key, or by the fixed part of a key that ends with a value: a tile of a service, a sentence for each card. */
    private static boolean isUsed(String code, String key) {
        boolean tile = key.endsWith(".tile") || key.endsWith(".tile.hint");
        boolean card = key.startsWith("menu.card.");
        return tile || card || code.contains('"' + key + '"');
    }

    private static String sources() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> all = Files.walk(SOURCES)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("/src/main/"))
                    .toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }
}
