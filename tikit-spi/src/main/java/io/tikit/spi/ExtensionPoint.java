package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.authentication.Authenticator;
import io.tikit.spi.calendar.HolidaySource;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.classification.Classifier;
import io.tikit.spi.configuration.ConfigurationKind;
import io.tikit.spi.extraction.TextExtractor;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.key.KeyProvider;
import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.spi.login.PasskeyVerifier;
import io.tikit.spi.message.MessageBundle;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.reference.ReferenceResolver;
import io.tikit.spi.report.ReportRenderer;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.script.ScriptEngine;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.timer.TimerHandler;
import io.tikit.spi.work.WorkConsumer;
import java.util.Objects;

/**
 * A place where plugins contribute parts. At an exclusive point exactly one part serves; with several contributed, the
 * host chooses one by the engine's setting of the point's name.
 *
 * @param name the name of the point
 * @param type the type of the parts
 * @param exclusive whether one part serves at a time
 * @param <S> the type of the parts
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ExtensionPoint<S>(String name, Class<S> type, boolean exclusive) {
    /** Where the desk keeps everything. Needed. */
    public static final ExtensionPoint<Storage> STORAGE = new ExtensionPoint<>("storage", Storage.class, true);
    /** What answers free searches. Without one, searches are unavailable and all else works. */
    public static final ExtensionPoint<SearchIndex> SEARCH_INDEX =
            new ExtensionPoint<>("search", SearchIndex.class, true);
    /** What wakes the engine. Without one, the engine polls. */
    public static final ExtensionPoint<Scheduler> SCHEDULER = new ExtensionPoint<>("scheduler", Scheduler.class, true);
    /** Who is told of commits, each event once per consumer, in the order of the ticket. */
    public static final ExtensionPoint<WorkConsumer> WORK_CONSUMER =
            new ExtensionPoint<>("work", WorkConsumer.class, false);
    /** By which ways people outside talk with the desk. The name of the part is the key of the channel. */
    public static final ExtensionPoint<Channel> CHANNEL = new ExtensionPoint<>("channel", Channel.class, false);
    /** By which ways people are told what happened. */
    public static final ExtensionPoint<Notifier> NOTIFIER = new ExtensionPoint<>("notifier", Notifier.class, false);
    /** Where the bytes of attachments are. Without one, the engine keeps them in a folder of its own, if it has one. */
    public static final ExtensionPoint<AttachmentStore> ATTACHMENT_STORE =
            new ExtensionPoint<>("attachments", AttachmentStore.class, true);
    /** What suggests values of fields. Without one, nothing is suggested. */
    public static final ExtensionPoint<Classifier> CLASSIFIER =
            new ExtensionPoint<>("classifier", Classifier.class, true);
    /** What takes text out of files; several share the types of files. */
    public static final ExtensionPoint<TextExtractor> TEXT_EXTRACTOR =
            new ExtensionPoint<>("extractor", TextExtractor.class, false);
    /** What runs scripts, one for each language. */
    public static final ExtensionPoint<ScriptEngine> SCRIPT_ENGINE =
            new ExtensionPoint<>("script", ScriptEngine.class, false);
    /** By which ways people prove who they are. */
    public static final ExtensionPoint<Authenticator> AUTHENTICATOR =
            new ExtensionPoint<>("authenticator", Authenticator.class, false);
    /** Where public holidays come from; several share the regions. */
    public static final ExtensionPoint<HolidaySource> HOLIDAY_SOURCE =
            new ExtensionPoint<>("holidays", HolidaySource.class, false);
    /** Where keys for stored data come from. Without one, nothing is encrypted by the engine. */
    public static final ExtensionPoint<KeyProvider> KEY_PROVIDER =
            new ExtensionPoint<>("keys", KeyProvider.class, true);
    /** Which passwords are known to the world; all are asked, beside the file of the engine's setting. */
    public static final ExtensionPoint<BreachedPasswordList> BREACH_LIST =
            new ExtensionPoint<>("breaches", BreachedPasswordList.class, false);
    /** What checks passkeys. Without one, nobody can have any. */
    public static final ExtensionPoint<PasskeyVerifier> PASSKEY_VERIFIER =
            new ExtensionPoint<>("passkeys", PasskeyVerifier.class, true);
    /** Which objects of the host tickets refer to. The name of the part is what fields give as their source. */
    public static final ExtensionPoint<ReferenceResolver> REFERENCE_RESOLVER =
            new ExtensionPoint<>("reference", ReferenceResolver.class, false);
    /** In which formats reports can be had. */
    public static final ExtensionPoint<ReportRenderer> REPORT_RENDERER =
            new ExtensionPoint<>("report", ReportRenderer.class, false);
    /** Who turns timers that are due into commands. */
    public static final ExtensionPoint<TimerHandler> TIMER_HANDLER =
            new ExtensionPoint<>("timer", TimerHandler.class, false);

    /** Who has a say before commands, in the order of the plugins. */
    public static final ExtensionPoint<Interceptor> INTERCEPTOR =
            new ExtensionPoint<>("interceptor", Interceptor.class, false);

    /** Texts of plugins, for their own violations and whatever else they say to people. */
    public static final ExtensionPoint<MessageBundle> MESSAGES =
            new ExtensionPoint<>("messages", MessageBundle.class, false);
    /** Which kinds of configuration documents there are beside the engine's own. */
    public static final ExtensionPoint<ConfigurationKind<?>> CONFIGURATION_KIND =
            new ExtensionPoint<>("configuration.kind", kinds(), false);

    @SuppressWarnings("unchecked") // a class knows nothing of type parameters
    private static Class<ConfigurationKind<?>> kinds() {
        return (Class<ConfigurationKind<?>>) (Class<?>) ConfigurationKind.class;
    }

    /** Checks that nothing is null. */
    public ExtensionPoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
