package io.tikit.core.engine;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.tikit.api.Tikit;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.core.attachment.AttachmentModule;
import io.tikit.core.attachment.AttachmentSettings;
import io.tikit.core.attachment.BoundedStore;
import io.tikit.core.attachment.FolderStore;
import io.tikit.core.calendar.CalendarDocuments;
import io.tikit.core.calendar.CalendarModule;
import io.tikit.core.calendar.CalendarRules;
import io.tikit.core.category.CategoryModule;
import io.tikit.core.channel.ChannelModule;
import io.tikit.core.channel.Channels;
import io.tikit.core.configuration.ConfigurationModule;
import io.tikit.core.configuration.Kinds;
import io.tikit.core.conversation.ConversationModule;
import io.tikit.core.form.FormDocuments;
import io.tikit.core.interceptor.InterceptorModule;
import io.tikit.core.link.LinkModule;
import io.tikit.core.link.LinkPolicyDocuments;
import io.tikit.core.login.LoginModule;
import io.tikit.core.login.LoginPolicyDocuments;
import io.tikit.core.login.LoginSettings;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.notification.NotificationModule;
import io.tikit.core.notification.Notifiers;
import io.tikit.core.outbox.OutboxModule;
import io.tikit.core.people.PeopleModule;
import io.tikit.core.people.ProfilePolicyDocuments;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.plugin.Bounds;
import io.tikit.core.plugin.Containment;
import io.tikit.core.plugin.Contributed;
import io.tikit.core.plugin.Errand;
import io.tikit.core.plugin.PluginDesks;
import io.tikit.core.plugin.PluginHealth;
import io.tikit.core.plugin.PluginModule;
import io.tikit.core.plugin.PluginOptions;
import io.tikit.core.plugin.PluginParts;
import io.tikit.core.plugin.PluginSettings;
import io.tikit.core.plugin.Plugins;
import io.tikit.core.plugin.SettingValues;
import io.tikit.core.plugin.Surroundings;
import io.tikit.core.priority.PriorityMatrixDocuments;
import io.tikit.core.reference.References;
import io.tikit.core.routing.RoutingDocuments;
import io.tikit.core.routing.RoutingModule;
import io.tikit.core.routing.RuleDocuments;
import io.tikit.core.routing.TeamSetupDocuments;
import io.tikit.core.suggestion.PolicyDocuments;
import io.tikit.core.suggestion.SuggestionModule;
import io.tikit.core.ticket.TicketModule;
import io.tikit.core.timer.TimerModule;
import io.tikit.core.workflow.TypeDocuments;
import io.tikit.core.workflow.WorkflowDocuments;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.Setting;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.calendar.HolidaySource;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.key.KeyProvider;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.spi.login.PasskeyVerifier;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Storage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds engines. */
public final class EngineFactory {
    private static final Logger LOG = LoggerFactory.getLogger(EngineFactory.class);

    private final EngineOptions options;
    private final Violations violations = new Violations();
    private final PluginHealth health = new PluginHealth();
    private final Containment containment = new Containment(health);
    private final Closing closing = new Closing();
    private final Time time;
    private final SettingValues values;
    private final PluginSettings pluginSettings;
    private final Surroundings surroundings;
    private final Bounds bounds;

    private EngineFactory(EngineOptions options) {
        this.options = options;
        time = new Time(options.clock());
        values = new SettingValues(options.settings(), violations);
        pluginSettings = PluginSettings.of(values.read("", PluginSettings.ALL));
        surroundings = new Surroundings(options.home(), options.dataSource(), options.hostTransaction(), time);
        bounds = new Bounds(containment, pluginSettings);
        closing.add("calls into plugins", containment);
    }

    /** Builds and starts an engine; whatever was opened is closed again when a later step fails. */
    public static Tikit build(EngineOptions options) {
        EngineFactory factory = new EngineFactory(options);
        try {
            return factory.build();
        } catch (RuntimeException | Error e) {
            LOG.debug("the engine did not start", e);
            factory.closing.close();
            throw e;
        }
    }

    private Tikit build() {
        Plugins plugins = new Plugins(
                new PluginOptions(
                        options.plugins(), options.discoverPlugins(), options.classLoader(), options.required()),
                pluginSettings,
                containment,
                health,
                violations);
        plugins.contribute(surroundings, values);
        Map<Setting<?>, Object> own = values.read("", EngineSettings.ALL);
        Optional<Contributed<Storage>> storage = plugins.one(ExtensionPoint.STORAGE, values);
        Map<Setting<?>, Object> ofLogins = values.read("", LoginSettings.ALL);
        Map<Setting<?>, Object> ofAttachments = values.read("", AttachmentSettings.ALL);
        Optional<Contributed<AttachmentStore>> files = plugins.one(ExtensionPoint.ATTACHMENT_STORE, values);
        Optional<Contributed<SearchIndex>> index = plugins.one(ExtensionPoint.SEARCH_INDEX, values);
        Optional<Contributed<KeyProvider>> keys = plugins.one(ExtensionPoint.KEY_PROVIDER, values);
        Optional<PasskeyVerifier> passkeys = plugins.one(ExtensionPoint.PASSKEY_VERIFIER, values)
                .map(one -> bounds.bounded(PasskeyVerifier.class, one, "verifier of passkeys"));
        Optional<Contributed<Scheduler>> scheduler = plugins.one(ExtensionPoint.SCHEDULER, values);
        Optional<Contributed<Classifier>> classifier = plugins.one(ExtensionPoint.CLASSIFIER, values);
        PluginParts brought =
                PluginParts.of(plugins, bounds, health, violations, Channels::consumer, Notifiers::consumer);
        CalendarRules calendarRules = new CalendarRules(plugins.all(ExtensionPoint.HOLIDAY_SOURCE).stream()
                .map(one -> bounds.bounded(HolidaySource.class, one, "source of holidays"))
                .toList());
        List<References.Named> resolvers = plugins.all(ExtensionPoint.REFERENCE_RESOLVER).stream()
                .map(one -> new References.Named(
                        one.name(), bounds.bounded(ReferenceResolver.class, one, "resolver of references")))
                .toList();
        List<ConfigurationKind<?>> kinds = new ArrayList<>(List.of(
                new CalendarDocuments(calendarRules),
                new LinkPolicyDocuments(),
                new LoginPolicyDocuments(),
                new PriorityMatrixDocuments(),
                new FormDocuments(),
                new ProfilePolicyDocuments(),
                new RoutingDocuments(),
                new RuleDocuments(),
                new PolicyDocuments(),
                new TeamSetupDocuments(),
                new TypeDocuments(),
                new WorkflowDocuments()));
        kinds.addAll(brought.kinds());
        Kinds.check(kinds, violations);
        MessageCatalog messages = MessageCatalog.of(
                plugins.all(ExtensionPoint.MESSAGES).stream()
                        .map(Contributed::part)
                        .toList(),
                options.messages(),
                violations);
        values.refuseUnknown();
        check(storage);
        violations.throwIfAny(ErrorCode.INVALID_CONFIGURATION);
        plugins.require(storage.orElseThrow().plugin());
        Executor executor = options.executor().orElseGet(WorkThreads::new);
        options.home().ifPresent(home -> closing.add("home", HomeLock.take(home)));
        if (executor instanceof WorkThreads threads) {
            closing.add("work threads", threads);
        }
        open(storage.orElseThrow());
        AttachmentSettings attachments = AttachmentSettings.of(ofAttachments::get);
        EngineModule.EngineParts parts = new EngineModule.EngineParts(
                time,
                messages,
                EngineSettings.of(own::get),
                storage.orElseThrow().part(),
                index.flatMap(part -> openIndex(plugins, part)),
                scheduler.flatMap(part -> openScheduler(plugins, part)),
                classifier.flatMap(part -> openClassifier(
                        plugins, part, EngineSettings.of(own::get).interceptorTimeout())),
                options.hostTransaction(),
                brought,
                kinds,
                calendarRules,
                resolvers,
                executor,
                containment,
                health);
        Injector injector = Guice.createInjector(
                Stage.PRODUCTION,
                new EngineModule(parts),
                new CoreModule(),
                new PluginModule(),
                new PeopleModule(),
                new CategoryModule(),
                new LinkModule(),
                new ConfigurationModule(),
                new CalendarModule(),
                new InterceptorModule(),
                new SuggestionModule(),
                new TicketModule(),
                new RoutingModule(),
                new ConversationModule(),
                new AttachmentModule(attachments, openFiles(plugins, files, attachments)),
                new LoginModule(
                        LoginSettings.of(ofLogins::get),
                        keys.flatMap(part -> openKeys(plugins, part)),
                        passkeys,
                        openBreachLists(plugins, LoginSettings.of(ofLogins::get))),
                new OutboxModule(),
                new TimerModule(),
                new ChannelModule(),
                new NotificationModule());
        surroundings.open(injector.getInstance(PluginDesks.class), injector.getInstance(Reader.class));
        closing.add("plugins", plugins);
        plugins.start();
        open(plugins, brought, injector.getInstance(Channels.class));
        RunningEngine engine = injector.getInstance(RunningEngine.class);
        engine.start(closing);
        return engine;
    }

    private void check(Optional<Contributed<Storage>> storage) {
        if (storage.isEmpty() && violations.isEmpty()) {
            violations.add(
                    ExtensionPoint.STORAGE.name(),
                    "no_storage",
                    "no plugin brings a storage; add one, such as tikit-jpa, to the class path or module path"
                            + (health.findings().isEmpty() ? "" : ". Plugins that failed: " + health.findings()));
        }
        if (options.hostTransaction().isPresent() && options.dataSource().isEmpty()) {
            violations.add(
                    "hostTransaction", "no_data_source", "joining host transactions needs the host's data source");
        }
    }

    private void open(Contributed<Storage> storage) {
        closing.add(
                "storage",
                () -> containment.tell(
                        Errand.of(storage.plugin(), "close the storage", pluginSettings.stop())
                                .uninterrupted(),
                        storage.part()::close));
        containment.tell(
                Errand.of(storage.plugin(), "open the storage", pluginSettings.open())
                        .uninterrupted(),
                storage.part()::open);
    }

    /** What comes in meets an engine that is ready; what goes out begins afterwards, so that it meets open parts. */
    private void open(Plugins plugins, PluginParts parts, Channels channels) {
        for (Contributed<Notifier> one : parts.notifiers()) {
            if (!health.isDown(one.plugin())) {
                opened(plugins, one.plugin(), one.part(), one.part(), one.part()::open);
            }
        }
        for (Contributed<Channel> one : parts.channels()) {
            if (!health.isDown(one.plugin())) {
                opened(
                        plugins,
                        one.plugin(),
                        one.part(),
                        one.part(),
                        () -> one.part().open(channels.inbox(one)));
            }
        }
    }

    /** Without its index the desk works, so only a plugin that is required ends the start. */
    private Optional<SearchIndex> openIndex(Plugins plugins, Contributed<SearchIndex> brought) {
        SearchIndex index = bounds.index(brought);
        return opened(plugins, brought.plugin(), index, index, index::open);
    }

    /** Never left out: without its keys what they protect could not be read. */
    private Optional<KeyProvider> openKeys(Plugins plugins, Contributed<KeyProvider> brought) {
        plugins.require(brought.plugin());
        KeyProvider provider = bounds.bounded(KeyProvider.class, brought, "provider of keys");
        return opened(plugins, brought.plugin(), provider, provider, provider::open);
    }

    private Map<String, BreachedPasswordList> openBreachLists(Plugins plugins, LoginSettings settings) {
        Map<String, BreachedPasswordList> lists = new HashMap<>();
        for (Contributed<BreachedPasswordList> part : plugins.all(ExtensionPoint.BREACH_LIST)) {
            BreachedPasswordList list = bounds.breaches(part, settings.listPatience());
            opened(plugins, part.plugin(), list, list, list::open)
                    .ifPresent(one -> lists.put(part.plugin() + "/" + part.name(), one));
        }
        return lists;
    }

    private Optional<Scheduler> openScheduler(Plugins plugins, Contributed<Scheduler> brought) {
        Scheduler scheduler = bounds.scheduler(brought);
        return opened(plugins, brought.plugin(), scheduler, scheduler, scheduler::open);
    }

    private Optional<Contributed<Classifier>> openClassifier(
            Plugins plugins, Contributed<Classifier> brought, Duration asked) {
        Classifier classifier = bounds.classifier(brought, asked);
        return opened(plugins, brought.plugin(), classifier, classifier, classifier::open)
                .map(part -> new Contributed<>(brought.plugin(), brought.name(), part));
    }

    /** A plugin's store, or else the engine's own if it has a folder; never one in place of the other that failed. */
    private Optional<AttachmentStore> openFiles(
            Plugins plugins, Optional<Contributed<AttachmentStore>> brought, AttachmentSettings settings) {
        if (brought.isPresent()) {
            Contributed<AttachmentStore> part = brought.get();
            AttachmentStore store =
                    new BoundedStore(part.part(), bounds.bounded(AttachmentStore.class, part, "store of attachments"));
            return opened(plugins, part.plugin(), store, store, () -> open(store));
        }
        Optional<AttachmentStore> own = settings.folder()
                .<AttachmentStore>map(folder -> new FolderStore(folder, true, time))
                .or(() -> options.home().map(home -> new FolderStore(home.resolve("attachments"), false, time)));
        own.ifPresent(store -> {
            closing.add("attachments", store);
            open(store);
        });
        return own;
    }

    private static void open(AttachmentStore store) {
        try {
            store.open();
        } catch (IOException e) {
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE, "the store of attachments cannot be opened: " + e.getMessage(), e);
        }
    }

    private <S> Optional<S> opened(Plugins plugins, String plugin, S part, AutoCloseable close, Runnable open) {
        closing.add("a part of plugin " + plugin, close);
        try {
            open.run();
            return Optional.of(part);
        } catch (RuntimeException e) {
            if (plugins.isRequired(plugin)) {
                throw e;
            }
            plugins.leaveOut(plugin, e.getMessage(), e);
            return Optional.empty();
        }
    }
}
