package io.tikit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.core.attachment.AttachmentSettings;
import io.tikit.core.login.LoginSettings;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.plugin.PluginSettings;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Whoever configures an engine finds every setting, with its default, in one place. */
class SettingsPageTest {
    private final String page = Repository.read(Repository.root().resolve("docs/how-to/embed.md"));

    @Test
    void settingsOfTheEngineAreOnThePage() {
        assertThat(EngineSettings.ALL).isNotEmpty().allSatisfy(setting -> isOnThePage("", setting));
        assertThat(PluginSettings.ALL).isNotEmpty().allSatisfy(setting -> isOnThePage("", setting));
        assertThat(LoginSettings.ALL).isNotEmpty().allSatisfy(setting -> isOnThePage("", setting));
        assertThat(AttachmentSettings.ALL).isNotEmpty().allSatisfy(setting -> isOnThePage("", setting));
    }

    @Test
    void settingsOfOurPluginsAreOnThePage() {
        List<TikitPlugin> plugins = ServiceLoader.load(TikitPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(plugins)
                .allSatisfy(plugin -> assertThat(plugin.descriptor().settings())
                        .allSatisfy(setting -> isOnThePage(plugin.descriptor().id() + ".", setting)));
    }

    private void isOnThePage(String prefix, Setting<?> setting) {
        String name = prefix + setting.name();
        String row = page.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .orElse("");
        assertThat(row).as("the row of " + name + " in docs/how-to/embed.md").isNotEmpty();
        setting.fallback()
                .ifPresent(fallback -> assertThat(row)
                        .as("the default of " + name)
                        .contains("| `" + shown(setting, fallback) + "` |"));
    }

    /** The one setting whose text is not its value. */
    private static String shown(Setting<?> setting, Object fallback) {
        return setting.name().equals("people.provision") ? "customer" : fallback.toString();
    }
}
