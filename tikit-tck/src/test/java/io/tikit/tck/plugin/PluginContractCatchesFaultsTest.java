package io.tikit.tck.plugin;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.message.MessageBundle;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import io.tikit.tck.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** Each planted fault makes the test fail that is there for it. */
class PluginContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final String PROPERTY = "io.tikit.tck.clockwork";
    private static final AtomicInteger CHANCE = new AtomicInteger();
    private static final CountDownLatch END = new CountDownLatch(1);

    static class Sound implements PluginContract {
        final List<Clockwork> made = new ArrayList<>();

        @Override
        public TikitPlugin plugin() {
            Clockwork plugin = new Clockwork();
            made.add(plugin);
            return Planted.into(TikitPlugin.class, plugin);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("pace", "PT2S");
        }

        @Override
        public Optional<Map<String, String>> settingsThatFail() {
            return Optional.of(Map.of("jammed", "true"));
        }

        @Override
        public void use(RunningPlugin running) {
            if (running.context().setting(Clockwork.PACE).isEmpty()
                    || made.stream().noneMatch(Clockwork::isRunning)) {
                throw new IllegalStateException("does not tick");
            }
        }
    }

    /** Does not wait long for what never comes. */
    static class Hasty extends Sound {
        @Override
        public Duration patience() {
            return Duration.ofMillis(400);
        }
    }

    @AfterEach
    void clean() {
        System.clearProperty(PROPERTY);
    }

    @AfterAll
    static void end() {
        END.countDown();
    }

    @Override
    public List<Mutant> mutants() {
        return Arrays.stream(Fault.values())
                .map(fault -> Mutant.mutant(fault.name(), Hasty.class, fault.caughtBy, fault.plant))
                .toList();
    }

    enum Fault {
        CHANGES_ITS_MIND("descriptorIsValidAndSteady", faults -> {
            AtomicInteger count = new AtomicInteger();
            described(real -> new PluginDescriptor(
                            real.id(),
                            "1." + count.incrementAndGet(),
                            real.spiMajor(),
                            real.settings(),
                            Set.of(),
                            Set.of()))
                    .accept(faults);
        }),
        HAS_A_BAD_ID("descriptorIsValidAndSteady", described(real -> PluginDescriptor.of("Clock Work", "1"))),
        TAKES_THE_ENGINES_ID("descriptorIsValidAndSteady", described(real -> PluginDescriptor.of("tikit", "1"))),
        IS_FOR_ANOTHER_ENGINE(
                "descriptorIsValidAndSteady",
                described(real -> new PluginDescriptor("clockwork", "1", 99, List.of(), Set.of(), Set.of()))),
        WAITS_FOR_ITSELF("descriptorIsValidAndSteady", described(real -> real.requiring("clockwork"))),
        NAMES_SETTINGS_TWICE("settingsAreTyped", settings(Clockwork.PACE, Clockwork.PACE)),
        SHOWS_SECRETS("settingsAreTyped", settings(Clockwork.PACE, Setting.text("api-token"))),
        WANTS_WHAT_NOBODY_SET(
                "settingsAreTyped",
                settings(Clockwork.PACE, Setting.text("address").asRequired())),
        TAKES_NONSENSE(
                "nonsenseIsRefusedByEachSetting",
                settings(
                        Clockwork.PACE,
                        new Setting<>("teeth", Integer.class, text -> 12, Optional.empty(), false, false))),
        CONTRIBUTES_BY_CHANCE(
                "contributionsAreDeterministic",
                contributing((to, context) -> bundle(to, "texts" + CHANCE.incrementAndGet()))),
        CONTRIBUTES_TWICE("contributionsAreDeterministic", contributing((to, context) -> {
            bundle(to, "texts");
            bundle(to, "texts");
        })),
        CONTRIBUTES_LATE("startsAndStopsInTimeAndLeavesNoThread", faults -> {
            AtomicReference<@Nullable Contributions> kept = new AtomicReference<>();
            contributing((to, context) -> kept.set(to)).accept(faults);
            faults.lie("TikitPlugin.start", (real, given) -> {
                bundle(Objects.requireNonNull(kept.get()), "late");
                return real.with(given);
            });
        }),
        RUNS_TOO_EARLY("contributingHoldsNothing", contributing((to, context) -> Clockwork.runAside(END))),
        WRITES_TOO_EARLY(
                "contributingHoldsNothing",
                contributing((to, context) -> Files.writeString(file(context, "early"), "bird"))),
        LEAVES_A_THREAD(
                "startsAndStopsInTimeAndLeavesNoThread",
                faults -> faults.lie("TikitPlugin.stop", (real, given) -> null)),
        STOPS_ONCE("startsAndStopsInTimeAndLeavesNoThread", faults -> {
            AtomicInteger count = new AtomicInteger();
            faults.lie("TikitPlugin.stop", (real, given) -> {
                if (count.incrementAndGet() > 1) {
                    throw new IllegalStateException("stopped already");
                }
                return real.with(given);
            });
        }),
        HANGS_AT_START("startsAndStopsInTimeAndLeavesNoThread", faults -> faults.lie("TikitPlugin.start", hanging())),
        HANGS_AT_STOP("stopsWithoutAStart", faults -> faults.lie("TikitPlugin.stop", hanging())),
        HANGS_AT_CONTRIBUTE("contributionsAreDeterministic", faults -> faults.lie("TikitPlugin.contribute", hanging())),
        NEEDS_A_START("stopsWithoutAStart", faults -> {
            AtomicInteger started = new AtomicInteger();
            faults.lie("TikitPlugin.start", (real, given) -> {
                started.incrementAndGet();
                return real.with(given);
            });
            faults.lie("TikitPlugin.stop", (real, given) -> {
                if (started.get() == 0) {
                    throw new IllegalStateException("never started");
                }
                return real.with(given);
            });
        }),
        LOCKS_ITS_HOME("beginsAgainOnTheSameHome", faults -> {
            AtomicReference<@Nullable PluginContext> kept = new AtomicReference<>();
            contributing((to, context) -> kept.set(context)).accept(faults);
            faults.lie("TikitPlugin.start", (real, given) -> {
                Files.createFile(file(Objects.requireNonNull(kept.get()), "lock"));
                return real.with(given);
            });
        }),
        IS_ALONE_IN_THE_WORLD("worksForTwoEngines", faults -> {
            faults.lie("TikitPlugin.start", (real, given) -> {
                if (System.setProperty(PROPERTY, "mine") != null) {
                    throw new IllegalStateException("there is one already");
                }
                return real.with(given);
            });
            faults.lie("TikitPlugin.stop", (real, given) -> {
                System.clearProperty(PROPERTY);
                return real.with(given);
            });
        }),
        SPEAKS_TO_ALL(
                "leavesTheProcessAsItIs",
                faults -> faults.lie("TikitPlugin.start", (real, given) -> {
                    System.setProperty(PROPERTY, "mine");
                    return real.with(given);
                })),
        HIDES_ITS_FAILURE(
                "aStartThatFailsLeavesNothingBehind",
                faults -> faults.lie("TikitPlugin.start", (real, given) -> {
                    try {
                        return real.with(given);
                    } catch (IllegalStateException e) {
                        return null;
                    }
                })),
        FAILS_AND_LEAVES_A_THREAD(
                "aStartThatFailsLeavesNothingBehind",
                faults -> faults.lie("TikitPlugin.start", (real, given) -> {
                    Clockwork.runAside(END);
                    return real.with(given);
                }));

        private final String caughtBy;
        private final Consumer<Faults> plant;

        Fault(String caughtBy, Consumer<Faults> plant) {
            this.caughtBy = caughtBy;
            this.plant = plant;
        }
    }

    private interface Describing {
        PluginDescriptor change(PluginDescriptor real);
    }

    private interface Contributing {
        void add(Contributions to, PluginContext context) throws Exception;
    }

    private static Consumer<Faults> described(Describing change) {
        return faults -> faults.lie(
                "TikitPlugin.descriptor",
                (real, given) -> change.change((PluginDescriptor) Objects.requireNonNull(real.with(given))));
    }

    private static Consumer<Faults> settings(Setting<?>... settings) {
        return described(real -> PluginDescriptor.of(real.id(), real.version(), settings));
    }

    private static Consumer<Faults> contributing(Contributing more) {
        return faults -> faults.lie("TikitPlugin.contribute", (real, given) -> {
            real.with(given);
            more.add(
                    (Contributions) Objects.requireNonNull(given[0]), (PluginContext) Objects.requireNonNull(given[1]));
            return null;
        });
    }

    private static Faults.Lie hanging() {
        return (real, given) -> {
            END.await();
            return null;
        };
    }

    private static void bundle(Contributions to, String name) {
        to.add(ExtensionPoint.MESSAGES, name, MessageBundle.of(Locale.ENGLISH, Map.of("tick", "Tock")));
    }

    private static Path file(PluginContext context, String name) {
        return context.folder().orElseThrow().resolve(name);
    }
}
