package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.error.Violation;
import io.tikit.api.health.HealthReason;
import io.tikit.spi.Contributions;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Building engines, well and badly, and closing them. */
class EngineBuildTest {
    private static TikitPlugin plugin(String id, int spiMajor, Setting<?>... settings) {
        return new TikitPlugin() {
            @Override
            public PluginDescriptor descriptor() {
                return new PluginDescriptor(
                        id, "1", spiMajor, java.util.List.of(settings), java.util.Set.of(), java.util.Set.of());
            }

            @Override
            public void contribute(Contributions to, PluginContext context) {
                // Only its descriptor matters here.
            }
        };
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndSecretsAreNot() {
        TikitEngine.Builder builder = TikitEngine.builder()
                .plugin(plugin("strange", 99))
                .plugin(plugin(
                        "vault",
                        PluginDescriptor.SPI_MAJOR,
                        Setting.text("address").asRequired(),
                        new Setting<>("pin", Integer.class, Integer::valueOf, java.util.Optional.empty(), false, true)))
                .setting("vault.pin", "hunter2")
                .setting("work.attempts", "many")
                .setting("no.such", "x");
        assertThat(builder.toString()).doesNotContain("hunter2");
        assertThatThrownBy(builder::build).isInstanceOfSatisfying(InvalidException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
            assertThat(e.violations())
                    .extracting(Violation::path)
                    .contains("plugin.strange", "vault.address", "vault.pin", "work.attempts", "no.such");
            assertThat(e.getMessage()).doesNotContain("hunter2").contains("many");
        });
    }

    @Test
    void anEngineWithoutStorageSaysWhatIsMissing() {
        assertThatThrownBy(() -> TikitEngine.builder().discoverPlugins(false).build())
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path)
                                .containsExactly("storage"));
    }

    @Test
    void aHomeBelongsToOneEngine(@TempDir Path home) {
        try (Tikit first = TikitEngine.builder().home(home).build()) {
            assertThatThrownBy(() -> TikitEngine.builder().home(home).build())
                    .isInstanceOfSatisfying(
                            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HOME_IN_USE));
            assertThat(first.health().findings()).isEmpty();
        }
        TikitEngine.builder().home(home).build().close();
    }

    @Test
    void twoEnginesInOneProcessDoNotKnowOfEachOther(@TempDir Path one, @TempDir Path two) {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit first = TikitEngine.builder().home(one).build();
                Tikit second = TikitEngine.builder().home(two).build();
                Tikit third = TikitEngine.builder().build()) {
            TenantId acme = first.tenants().create("acme", ada);
            assertThat(second.tenants().find("acme")).isEmpty();
            assertThat(third.tenants().find("acme")).isEmpty();
            assertThat(first.tenants().find("acme")).contains(acme);
        }
    }

    @Test
    void aPluginThatDoesNotStartEndsTheStartAndFreesTheHome(@TempDir Path home) {
        TikitPlugin broken = new TikitPlugin() {
            @Override
            public PluginDescriptor descriptor() {
                return PluginDescriptor.of("broken", "1");
            }

            @Override
            public void contribute(Contributions to, PluginContext context) {
                // Contributes nothing.
            }

            @Override
            public void start() {
                throw new IllegalStateException("no");
            }
        };
        assertThatThrownBy(() -> TikitEngine.builder()
                        .home(home)
                        .plugin(broken)
                        .require("broken")
                        .build())
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::path)
                                .containsExactly("plugin.broken"));
        TikitEngine.builder().home(home).build().close();
    }

    @Test
    void aClosedEngineSaysSo() {
        Tikit tikit = TikitEngine.builder().build();
        Person ada = Person.of("Ada", "ada@acme.example");
        TenantId acme = tikit.tenants().create("acme", ada);
        Desk desk = tikit.as(Caller.of(acme, ada));
        desk.people().me();
        tikit.close();
        tikit.close();
        assertThatThrownBy(() -> desk.people().me())
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_CLOSED));
        assertThatThrownBy(() -> tikit.as(Caller.of(acme, ada))).isInstanceOf(UnavailableException.class);
        assertThat(tikit.health().findings()).extracting(f -> f.reason()).containsExactly(HealthReason.ENGINE_CLOSED);
    }
}
