package io.tikit.core.plugin;

import io.tikit.api.Command;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parts of plugins for which rows wait under a name, so that each name belongs to one part. Each is asked once what it
 * is called and what it wants, and stays as it said.
 */
final class NamedParts {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    private NamedParts() {}

    /** Consumers of work, whose owners are added to those of names that are taken. */
    static List<WorkConsumer> consumers(
            List<Contributed<WorkConsumer>> brought, Map<String, String> owners, Bounds bounds, Violations violations) {
        return of(
                "work",
                brought,
                one -> new Consumer(one.part().name(), Set.copyOf(one.part().eventTypes()), one.part()),
                WorkConsumer::name,
                owners,
                bounds,
                violations);
    }

    /** Interceptors. One of a plugin that is down fails when it is asked. */
    static List<Interceptor> interceptors(
            List<Contributed<Interceptor>> brought,
            Map<String, String> owners,
            Bounds bounds,
            PluginHealth health,
            Violations violations) {
        return of(
                "interceptor",
                brought,
                one -> new Intercepting(
                        one.part().name(),
                        Set.copyOf(one.part().commands()),
                        one.part().isRequired(),
                        one.part(),
                        () -> health.isDown(one.plugin())),
                Interceptor::name,
                owners,
                bounds,
                violations);
    }

    /** Handlers of timers, whose owners are added. */
    static List<TimerHandler> timerHandlers(
            List<Contributed<TimerHandler>> brought, Map<String, String> owners, Bounds bounds, Violations violations) {
        return of(
                "timer",
                brought,
                one -> new Handler(one.part().name(), one.part()),
                TimerHandler::name,
                owners,
                bounds,
                violations);
    }

    private static <S> List<S> of(
            String point,
            List<Contributed<S>> brought,
            Function<Contributed<S>, S> described,
            Function<S, String> name,
            Map<String, String> owners,
            Bounds bounds,
            Violations violations) {
        List<S> all = new ArrayList<>();
        for (Contributed<S> one : brought) {
            bounds.described(one, violations, described).ifPresent(part -> {
                if (!NAME.matcher(name.apply(part)).matches()) {
                    violations.add(
                            point,
                            "bad_name",
                            "the name of a part of plugin " + one.plugin() + " here must match " + NAME.pattern(),
                            Map.of("form", NAME.pattern()));
                } else if (owners.putIfAbsent(name.apply(part), one.plugin()) != null) {
                    violations.add(
                            point,
                            "twice",
                            "two parts are named " + name.apply(part),
                            Map.of("name", name.apply(part)));
                } else {
                    all.add(part);
                }
            });
        }
        return List.copyOf(all);
    }

    private record Consumer(String name, Set<String> eventTypes, WorkConsumer part) implements WorkConsumer {
        @Override
        public void handle(Work work) throws Exception {
            part.handle(work);
        }
    }

    private record Intercepting(
            String name,
            Set<Class<? extends Command<?>>> commands,
            boolean isRequired,
            Interceptor part,
            BooleanSupplier down)
            implements Interceptor {
        @Override
        public Answer intercept(PendingCommand command) throws Exception {
            if (down.getAsBoolean()) {
                throw new IllegalStateException("its plugin is down");
            }
            return part.intercept(command);
        }
    }

    private record Handler(String name, TimerHandler part) implements TimerHandler {
        @Override
        public List<Command<?>> due(DueTimer timer) throws Exception {
            return part.due(timer);
        }
    }
}
