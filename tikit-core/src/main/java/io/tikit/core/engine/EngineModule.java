package io.tikit.core.engine;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import io.tikit.core.calendar.CalendarRules;
import io.tikit.core.channel.SenderDesks;
import io.tikit.core.desk.DeskFactory;
import io.tikit.core.interceptor.Interceptors;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.outbox.ReactionDesks;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.PartOwners;
import io.tikit.core.plugin.PluginDesks;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.core.plugin.PluginParts;
import io.tikit.core.reference.References;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.spi.transaction.HostTransaction;
import io.tikit.spi.work.WorkConsumer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Hands the parts that plugins brought to the features. */
final class EngineModule extends AbstractModule {
    private final EngineParts parts;

    EngineModule(EngineParts parts) {
        this.parts = parts;
    }

    /** What the features need from outside. */
    record EngineParts(
            Time time,
            MessageCatalog messages,
            EngineSettings settings,
            Storage storage,
            Optional<SearchIndex> index,
            Optional<Scheduler> scheduler,
            Optional<Contributed<Classifier>> classifier,
            Optional<HostTransaction> hostTransaction,
            PluginParts plugins,
            List<ConfigurationKind<?>> kinds,
            CalendarRules calendarRules,
            List<References.Named> resolvers,
            Executor executor,
            Containment containment,
            PluginHealth pluginHealth) {}

    @Override
    protected void configure() {
        binder().requireAtInjectOnConstructors();
        bind(Time.class).toInstance(parts.time());
        bind(MessageCatalog.class).toInstance(parts.messages());
        bind(EngineSettings.class).toInstance(parts.settings());
        bind(Storage.class).toInstance(parts.storage());
        bind(Executor.class).toInstance(parts.executor());
        bind(new TypeLiteral<Optional<SearchIndex>>() {}).toInstance(parts.index());
        bind(new TypeLiteral<Optional<Scheduler>>() {}).toInstance(parts.scheduler());
        bind(new TypeLiteral<Optional<Contributed<Classifier>>>() {}).toInstance(parts.classifier());
        bind(new TypeLiteral<Optional<HostTransaction>>() {}).toInstance(parts.hostTransaction());
        bind(new TypeLiteral<List<WorkConsumer>>() {})
                .toInstance(parts.plugins().consumers());
        bind(new TypeLiteral<List<TimerHandler>>() {})
                .toInstance(parts.plugins().timerHandlers());
        bind(new TypeLiteral<List<ConfigurationKind<?>>>() {}).toInstance(parts.kinds());
        bind(new TypeLiteral<List<Contributed<Channel>>>() {})
                .toInstance(parts.plugins().channels());
        bind(new TypeLiteral<List<Contributed<Notifier>>>() {})
                .toInstance(parts.plugins().notifiers());
        bind(new TypeLiteral<List<Interceptors.Owned>>() {})
                .toInstance(parts.plugins().interceptors().stream()
                        .map(one -> new Interceptors.Owned(
                                parts.plugins().owners().interceptors().getOrDefault(one.name(), ""), one))
                        .toList());
        bind(PartOwners.class).toInstance(parts.plugins().owners());
        bind(CalendarRules.class).toInstance(parts.calendarRules());
        bind(new TypeLiteral<List<References.Named>>() {}).toInstance(parts.resolvers());
        bind(Containment.class).toInstance(parts.containment());
        bind(PluginHealth.class).toInstance(parts.pluginHealth());
        bind(PluginDesks.class).to(DeskFactory.class);
        bind(SenderDesks.class).to(DeskFactory.class);
        bind(ReactionDesks.class).to(DeskFactory.class);
    }
}
