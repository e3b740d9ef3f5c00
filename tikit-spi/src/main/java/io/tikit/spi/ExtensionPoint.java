package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Storage;
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

    /** Checks that nothing is null. */
    public ExtensionPoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
