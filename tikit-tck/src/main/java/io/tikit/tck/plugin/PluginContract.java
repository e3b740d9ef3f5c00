package io.tikit.tck.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import io.tikit.tck.ManualClock;
import io.tikit.tck.TestPluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that a plugin as such must keep. A test class implements this and gives the fixture, see {@link PluginFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PluginContract extends PluginFixture {
    /** The plugin says who it is, always the same, in the form that an engine takes. */
    @Test
    default void descriptorIsValidAndSteady() {
        TikitPlugin plugin = plugin();
        PluginDescriptor descriptor = plugin.descriptor();
        assertThat(descriptor.id()).matches("[a-z0-9][a-z0-9.-]{0,59}").isNotEqualTo("tikit");
        assertThat(descriptor.version()).isNotBlank();
        assertThat(descriptor.spiMajor()).isEqualTo(PluginDescriptor.SPI_MAJOR);
        assertThat(descriptor.after()).doesNotContain(descriptor.id());
        assertThat(descriptor.requires()).doesNotContain(descriptor.id());
        for (PluginDescriptor again : List.of(plugin.descriptor(), plugin().descriptor())) {
            assertThat(again.id()).isEqualTo(descriptor.id());
            assertThat(again.version()).isEqualTo(descriptor.version());
            assertThat(again.after()).isEqualTo(descriptor.after());
            assertThat(again.requires()).isEqualTo(descriptor.requires());
            assertThat(again.settings()).extracting(Setting::name).containsExactlyElementsOf(names(descriptor));
        }
    }

    private static List<String> names(PluginDescriptor descriptor) {
        return descriptor.settings().stream().<String>map(Setting::name).toList();
    }

    /** Settings have names of their own and values of their types; what must not be shown says so. */
    @Test
    default void settingsAreTyped() {
        PluginDescriptor descriptor = plugin().descriptor();
        assertThat(names(descriptor)).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9][a-z0-9.-]*"));
        Pattern secret = Pattern.compile("(.*[.-])?(password|secret|token|pin|key)");
        for (Setting<?> setting : descriptor.settings()) {
            setting.fallback()
                    .ifPresent(value -> assertThat(value).as(setting.name()).isInstanceOf(setting.type()));
            assertThat(setting.required() && setting.fallback().isPresent())
                    .as(setting.name() + " must be set although it has a fallback")
                    .isFalse();
            assertThat(!setting.secret() && secret.matcher(setting.name()).matches())
                    .as(setting.name() + " is shown")
                    .isFalse();
        }
        settings()
                .forEach((name, text) -> assertThat(descriptor.settings())
                        .filteredOn(setting -> setting.name().equals(name))
                        .singleElement()
                        .satisfies(
                                setting -> assertThat((Object) setting.parser().apply(text))
                                        .isInstanceOf(setting.type())));
        assertThat(descriptor.settings())
                .filteredOn(Setting::required)
                .extracting(Setting::name)
                .allMatch(settings()::containsKey);
    }

    /** Nonsense is refused by each setting that is not any text, so that an engine can tell of all at once. */
    @Test
    default void nonsenseIsRefusedByEachSetting() {
        List<String> taken = new ArrayList<>();
        for (Setting<?> setting : plugin().descriptor().settings()) {
            if (!setting.type().equals(String.class)) {
                Throwable failure = catchThrowable(() -> setting.parser().apply("\u0000 nonsense \u0000"));
                if (!(failure instanceof RuntimeException)) {
                    taken.add(setting.name());
                }
            }
        }
        assertThat(taken).as("settings that take nonsense").isEmpty();
    }

    /**
     * The same parts come each time, with names of their own, while the engine asks and never later.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void contributionsAreDeterministic(@TempDir Path folder) throws Exception {
        RunningPlugin first = prepared(folder.resolve("first"), settings());
        RunningPlugin second = prepared(folder.resolve("second"), settings());
        first.contribute();
        second.contribute();
        assertThat(described(second)).containsExactlyElementsOf(described(first));
        assertThat(first.parts())
                .extracting(part -> part.point().name() + " " + part.name())
                .doesNotHaveDuplicates();
        assertThat(first.parts())
                .allSatisfy(part ->
                        assertThat(part.part()).isInstanceOf(part.point().type()));
    }

    private static List<String> described(RunningPlugin plugin) {
        return plugin.parts().stream().map(RunningPlugin.Part::described).toList();
    }

    /**
     * Contributing opens nothing, because another part may be chosen.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void contributingHoldsNothing(@TempDir Path folder) throws Exception {
        Threads threads = new Threads();
        RunningPlugin plugin = prepared(folder, settings());
        plugin.contribute();
        assertThat(threads.left(Duration.ofSeconds(1))).as("threads").isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).as("files").isEmpty();
        }
    }

    /**
     * A plugin starts, works, stops, and stops again without harm; nothing of it goes on.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void startsAndStopsInTimeAndLeavesNoThread(@TempDir Path folder) throws Exception {
        Threads threads = new Threads();
        RunningPlugin plugin = prepared(folder, settings());
        plugin.contribute();
        plugin.start();
        use(plugin);
        plugin.stop();
        plugin.stop();
        assertThat(threads.left(patience())).as("threads").isEmpty();
    }

    /**
     * An engine that fails elsewhere stops a plugin that it never started.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void stopsWithoutAStart(@TempDir Path folder) throws Exception {
        Threads threads = new Threads();
        RunningPlugin plugin = prepared(folder, settings());
        plugin.contribute();
        plugin.stop();
        assertThat(threads.left(patience())).as("threads").isEmpty();
    }

    /**
     * After its end a new one begins on the same home.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void beginsAgainOnTheSameHome(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 2; i++) {
            RunningPlugin plugin = prepared(folder, settings());
            plugin.contribute();
            plugin.start();
            use(plugin);
            plugin.stop();
        }
    }

    /**
     * Two engines in one process each have their own, which do not know of each other.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void worksForTwoEngines(@TempDir Path folder) throws Exception {
        RunningPlugin first = prepared(folder.resolve("first"), settings());
        RunningPlugin second = prepared(folder.resolve("second"), settings());
        first.contribute();
        second.contribute();
        first.start();
        try {
            second.start();
            use(first);
            use(second);
        } finally {
            first.stop();
        }
        try {
            use(second);
        } finally {
            second.stop();
        }
    }

    /**
     * What belongs to the whole process is not touched.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void leavesTheProcessAsItIs(@TempDir Path folder) throws Exception {
        // Asking for the zone may set a property, so properties come last.
        List<Supplier<Object>> common = List.of(
                Locale::getDefault,
                TimeZone::getDefault,
                () -> String.valueOf(Thread.getDefaultUncaughtExceptionHandler()),
                () -> {
                    Properties copy = new Properties();
                    copy.putAll(System.getProperties());
                    return copy;
                });
        List<Object> before = common.stream().map(Supplier::get).toList();
        RunningPlugin plugin = prepared(folder, settings());
        plugin.contribute();
        plugin.start();
        use(plugin);
        assertThat(common.stream().map(Supplier::get).toList()).isEqualTo(before);
        plugin.stop();
    }

    /**
     * A start that fails says so in time, and leaves nothing behind once it was stopped.
     *
     * @param folder an empty folder, which the test runner removes
     * @throws Exception whatever the plugin throws, which fails the test
     */
    @Test
    default void aStartThatFailsLeavesNothingBehind(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(settingsThatFail().isPresent(), "no settings keep the plugin from starting");
        Threads threads = new Threads();
        RunningPlugin failing = prepared(folder, settingsThatFail().orElseThrow());
        failing.contribute();
        assertThatThrownBy(failing::start).isInstanceOf(Exception.class);
        failing.stop();
        assertThat(threads.left(patience())).as("threads").isEmpty();
        RunningPlugin sound = prepared(folder, settings());
        sound.contribute();
        sound.start();
        use(sound);
        sound.stop();
    }

    private RunningPlugin prepared(Path folder, Map<String, String> settings) throws IOException {
        TikitPlugin plugin = plugin();
        TestPluginContext context = TestPluginContext.of(
                        Objects.requireNonNull(plugin.descriptor(), "descriptor"),
                        ManualClock.at("2026-03-01T08:00:00Z"))
                .withHome(Files.createDirectories(folder));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            context = context.withSetting(setting.getKey(), setting.getValue());
        }
        return new RunningPlugin(plugin, surroundings(context), patience());
    }
}
