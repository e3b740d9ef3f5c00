package io.tikit.core.engine;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.tikit.api.Tikit;
import io.tikit.api.error.ErrorCode;
import io.tikit.core.configuration.ConfigurationModule;
import io.tikit.core.configuration.Kinds;
import io.tikit.core.conversation.ConversationModule;
import io.tikit.core.interceptor.InterceptorModule;
import io.tikit.core.interceptor.Interceptors;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.outbox.OutboxModule;
import io.tikit.core.people.PeopleModule;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketModule;
import io.tikit.core.timer.TimerModule;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.Setting;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.spi.work.WorkConsumer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds engines. */
public final class EngineFactory {
    private static final Logger LOG = LoggerFactory.getLogger(EngineFactory.class);
    private static final Pattern CONSUMER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final Setting<String> STORAGE = Setting.text(ExtensionPoint.STORAGE.name());
    private static final Setting<String> SEARCH = Setting.text(ExtensionPoint.SEARCH_INDEX.name());
    private static final Setting<String> SCHEDULER = Setting.text(ExtensionPoint.SCHEDULER.name());

    private EngineFactory() {}

    /** Builds and starts an engine; whatever was opened is closed again when a later step fails. */
    public static Tikit build(EngineOptions options) {
        Violations violations = new Violations();
        Time time = new Time(options.clock());
        Plugins plugins = new Plugins(violations);
        SettingValues values = new SettingValues(options.settings(), violations);
        plugins.find(options);
        plugins.contribute(options, time, values);
        Map<Setting<?>, Object> own = values.read("", EngineSettings.ALL);
        Map<Setting<?>, Object> choices = values.read("", List.of(STORAGE, SEARCH, SCHEDULER));
        values.refuseUnknown();
        Optional<Storage> storage = plugins.one(ExtensionPoint.STORAGE, choice(choices, STORAGE));
        Optional<SearchIndex> index = plugins.one(ExtensionPoint.SEARCH_INDEX, choice(choices, SEARCH));
        Optional<Scheduler> scheduler = plugins.one(ExtensionPoint.SCHEDULER, choice(choices, SCHEDULER));
        List<WorkConsumer> consumers = plugins.all(ExtensionPoint.WORK_CONSUMER);
        List<TimerHandler> timerHandlers = plugins.all(ExtensionPoint.TIMER_HANDLER);
        check(options, storage, violations);
        names("work", consumers.stream().map(WorkConsumer::name).toList(), violations);
        List<Interceptor> interceptors = plugins.all(ExtensionPoint.INTERCEPTOR);
        names("interceptor", interceptors.stream().map(Interceptor::name).toList(), violations);
        names("timer", timerHandlers.stream().map(TimerHandler::name).toList(), violations);
        List<ConfigurationKind<?>> kinds = plugins.all(ExtensionPoint.CONFIGURATION_KIND);
        MessageCatalog messages =
                MessageCatalog.of(plugins.all(ExtensionPoint.MESSAGES), options.messages(), violations);
        Kinds.check(kinds, violations);
        violations.throwIfAny(ErrorCode.INVALID_CONFIGURATION);
        EngineSettings settings = EngineSettings.of(own::get);
        return start(
                options,
                plugins,
                new EngineModule.EngineParts(
                        time,
                        messages,
                        settings,
                        storage.orElseThrow(),
                        index,
                        scheduler,
                        options.hostTransaction(),
                        consumers,
                        timerHandlers,
                        kinds,
                        interceptors.stream()
                                .map(one -> new Interceptors.Owned(plugins.owner(one), one))
                                .toList(),
                        options.executor().orElseGet(WorkThreads::new)));
    }

    private static Optional<String> choice(Map<Setting<?>, Object> choices, Setting<String> setting) {
        return Optional.ofNullable((String) choices.get(setting));
    }

    private static void check(EngineOptions options, Optional<Storage> storage, Violations violations) {
        if (storage.isEmpty() && violations.isEmpty()) {
            violations.add(
                    ExtensionPoint.STORAGE.name(),
                    "no_storage",
                    "no plugin brings a storage; add one, such as tikit-jpa, to the class path or module path");
        }
        if (options.hostTransaction().isPresent() && options.dataSource().isEmpty()) {
            violations.add(
                    "hostTransaction", "no_data_source", "joining host transactions needs the host's data source");
        }
    }

    /** Rows wait under these names, so each belongs to one part. */
    private static void names(String point, List<String> names, Violations violations) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!CONSUMER.matcher(name).matches()) {
                violations.add(
                        point,
                        "bad_name",
                        "the name of a part here must match " + CONSUMER.pattern(),
                        Map.of("form", CONSUMER.pattern()));
            }
            if (!seen.add(name)) {
                violations.add(point, "twice", "two parts are named " + name, Map.of("name", name));
            }
        }
    }

    private static Tikit start(EngineOptions options, Plugins plugins, EngineModule.EngineParts parts) {
        Closing closing = new Closing();
        try {
            options.home().ifPresent(home -> closing.add("home", HomeLock.take(home)));
            if (parts.executor() instanceof WorkThreads own) {
                closing.add("work threads", own);
            }
            closing.add("storage", parts.storage());
            parts.storage().open();
            parts.index().ifPresent(index -> {
                closing.add("search index", index);
                index.open();
            });
            parts.scheduler().ifPresent(scheduler -> {
                closing.add("scheduler", scheduler);
                scheduler.open();
            });
            Injector injector = Guice.createInjector(
                    Stage.PRODUCTION,
                    new EngineModule(parts),
                    new CoreModule(),
                    new PeopleModule(),
                    new ConfigurationModule(),
                    new InterceptorModule(),
                    new TicketModule(),
                    new ConversationModule(),
                    new OutboxModule(),
                    new TimerModule());
            closing.add("plugins", plugins);
            plugins.start();
            RunningEngine engine = injector.getInstance(RunningEngine.class);
            engine.start(closing);
            return engine;
        } catch (RuntimeException | Error e) {
            LOG.debug("the engine did not start", e);
            closing.close();
            throw e;
        }
    }
}
