package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestPluginContextTest {
    private static final Setting<Integer> SIZE = Setting.number("size", 5, 1, 10);
    private static final Setting<String> NAME = Setting.text("name");

    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");
    private final TestPluginContext context =
            TestPluginContext.of(PluginDescriptor.of("sample", "1", SIZE, NAME), clock);

    @Test
    void settingsAreParsedOrFallBack() {
        assertThat(context.setting(SIZE)).contains(5);
        assertThat(context.setting(NAME)).isEmpty();
        TestPluginContext set = context.withSetting("size", " 7 ").withSetting("name", "x");
        assertThat(set.setting(SIZE)).contains(7);
        assertThat(set.setting(NAME)).contains("x");
        assertThat(context.setting(SIZE)).contains(5);
    }

    @Test
    void unknownAndWrongSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> context.setting(Setting.text("other")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context.withSetting("size", "11").setting(SIZE));
    }

    @Test
    void surroundingsAreWhatTheTestGives() {
        assertThat(context.home()).isEmpty();
        assertThat(context.dataSource()).isEmpty();
        assertThat(context.hostTransaction()).isEmpty();
        assertThat(context.clock()).isSameAs(clock);
        assertThat(context.withHome(Path.of("x")).home()).contains(Path.of("x"));
    }
}
