package io.tikit.core.plugin;

import io.tikit.core.pipeline.Violations;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How each kind of part is bounded. Storage bounds itself, because its calls belong to the thread that makes them. */
public final class Bounds {
    private static final Set<String> INDEX_WRITES = Set.of("apply", "flush", "erase");

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,29}");
    private static final Pattern NOTIFIER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,29}");
    private static final Set<String> PEOPLE = Set.of("channel", "notifier");
    private static final Set<String> OWN_CHANNELS = Set.of("api", "engine", "import");

    private final Containment containment;
    private final PluginSettings settings;

    public Bounds(Containment containment, PluginSettings settings) {
        this.containment = containment;
        this.settings = settings;
    }

    /** An index is not interrupted, which would close its files; while a write hangs, no other one is begun. */
    public SearchIndex index(Contributed<SearchIndex> index) {
        return containment.bounded(SearchIndex.class, index.part(), method -> {
            boolean writes = INDEX_WRITES.contains(method.getName());
            return errand(index, method, "search index", writes ? settings.open() : settings.call())
                    .uninterrupted()
                    .stuckAtMost(writes ? 1 : Errand.MOST_STUCK);
        });
    }

    public Scheduler scheduler(Contributed<Scheduler> scheduler) {
        return bounded(Scheduler.class, scheduler, "scheduler");
    }

    /** A classifier, which is asked for as long as a command may wait, and taught for as long as it takes. */
    public Classifier classifier(Contributed<Classifier> classifier, Duration asked) {
        return containment.bounded(
                Classifier.class,
                classifier.part(),
                method -> errand(
                        classifier,
                        method,
                        "classifier",
                        switch (method.getName()) {
                            case "suggest" -> asked;
                            case "capabilities" -> settings.call();
                            default -> settings.open();
                        }));
    }

    /** A list of breached passwords, for which somebody waits who sets one. */
    public BreachedPasswordList breaches(Contributed<BreachedPasswordList> list, Duration asked) {
        return containment.bounded(
                BreachedPasswordList.class,
                list.part(),
                method -> errand(
                        list,
                        method,
                        "list of breached passwords",
                        method.getName().equals("contains") ? asked : settings.open()));
    }

    /** Channels, whose names are the keys of the ways by which things come. */
    List<Contributed<Channel>> channels(List<Contributed<Channel>> brought, Violations violations) {
        return apart(Channel.class, "channel", CHANNEL, brought, violations).stream()
                .filter(one -> {
                    boolean taken = OWN_CHANNELS.contains(one.name());
                    if (taken) {
                        violations.add(
                                "channel",
                                "twice",
                                "the engine itself uses the name " + one.name() + " of a channel of plugin "
                                        + one.plugin(),
                                Map.of("name", one.name()));
                    }
                    return !taken;
                })
                .toList();
    }

    /** Notifiers. */
    List<Contributed<Notifier>> notifiers(List<Contributed<Notifier>> brought, Violations violations) {
        return apart(Notifier.class, "notifier", NOTIFIER, brought, violations);
    }

    private <S> List<Contributed<S>> apart(
            Class<S> type, String kind, Pattern form, List<Contributed<S>> brought, Violations violations) {
        List<Contributed<S>> parts = new ArrayList<>();
        for (Contributed<S> one : brought) {
            if (form.matcher(one.name()).matches()) {
                parts.add(new Contributed<>(one.plugin(), one.name(), bounded(type, one, kind)));
            } else {
                violations.add(
                        kind,
                        "bad_name",
                        "the name of a part of plugin " + one.plugin() + " here must match " + form.pattern(),
                        Map.of("form", form.pattern()));
            }
        }
        return List.copyOf(parts);
    }

    /** Kinds of documents. */
    @SuppressWarnings("unchecked") // the proxy hands everything to the part of the same type
    public List<ConfigurationKind<?>> kinds(List<Contributed<ConfigurationKind<?>>> brought) {
        return brought.stream()
                .<ConfigurationKind<?>>map(one -> containment.bounded(
                        ConfigurationKind.class,
                        one.part(),
                        method -> errand(one, method, "kind of documents", settings.call())))
                .toList();
    }

    /** Asks a part what it is; empty, with a violation, when it does not say. */
    <S> Optional<S> described(Contributed<S> part, Violations violations, Function<Contributed<S>, S> description) {
        try {
            return Optional.of(containment.ask(
                    Errand.of(part.plugin(), "describe its part " + part.name(), settings.start()),
                    () -> description.apply(part)));
        } catch (RuntimeException e) {
            violations.add(
                    "plugin." + part.plugin(),
                    "contribute",
                    String.valueOf(e.getMessage()),
                    Map.of("reason", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Any other part. */
    public <S> S bounded(Class<S> type, Contributed<S> part, String kind) {
        Function<Method, Errand> errands = method -> errand(part, method, kind, settings.call());
        return containment.bounded(type, part.part(), errands);
    }

    private Errand errand(Contributed<?> part, Method method, String kind, Duration usually) {
        Duration atMost = switch (method.getName()) {
            case "open" -> opening(method, kind, usually);
            case "close" -> settings.stop();
            default -> usually;
        };
        String verb = method.getName() + (Set.of("open", "close").contains(method.getName()) ? " the " : " by the ");
        return Errand.of(part.plugin(), verb + kind + " " + part.name(), atMost);
    }

    /** Of what may have to bring old data up to date; to open something that a part holds is a call like any other. */
    private Duration opening(Method method, String kind, Duration usually) {
        if (PEOPLE.contains(kind)) {
            return settings.start();
        }
        return method.getParameterCount() == 0 ? settings.open() : usually;
    }
}
