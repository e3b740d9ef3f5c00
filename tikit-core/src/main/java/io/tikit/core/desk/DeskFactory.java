package io.tikit.core.desk;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.core.attachment.AttachmentServices;
import io.tikit.core.calendar.Timetables;
import io.tikit.core.channel.SenderDesks;
import io.tikit.core.condition.FieldCatalogs;
import io.tikit.core.configuration.Kinds;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.event.SubscriptionBook;
import io.tikit.core.login.LoginServices;
import io.tikit.core.message.MessageCatalog;
import io.tikit.core.outbox.ReactionDesks;
import io.tikit.core.people.PeopleImports;
import io.tikit.core.pipeline.Identities;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.PartOwners;
import io.tikit.core.plugin.PluginDesks;
import io.tikit.core.routing.RoutingServices;
import io.tikit.core.suggestion.History;
import io.tikit.core.ticket.TicketForms;
import io.tikit.core.ticket.TicketGates;
import io.tikit.core.tree.Trees;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.spi.search.SearchIndex;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes desks. */
@Singleton
public final class DeskFactory implements ReactionDesks, PluginDesks, SenderDesks {
    private final Identities identities;
    private final Pipeline pipeline;
    private final Reader reader;
    private final Optional<SearchIndex> index;
    private final Provider<SubscriptionBook> subscriptions;
    private final AttachmentServices attachments;
    private final MessageCatalog messages;
    private final FieldCatalogs catalogs;
    private final Time time;
    private final Snapshots snapshots;
    private final Kinds kinds;
    private final PartOwners owners;
    private final Timetables timetables;
    private final LoginServices logins;
    private final Trees trees;
    private final History history;
    private final RoutingServices routing;
    private final Lifecycles lifecycles;
    private final TicketGates gates;
    private final PeopleImports imports;
    private final TicketForms forms;

    @Inject
    DeskFactory(
            Identities identities,
            Pipeline pipeline,
            Reader reader,
            Optional<SearchIndex> index,
            Provider<SubscriptionBook> subscriptions,
            AttachmentServices attachments,
            MessageCatalog messages,
            FieldCatalogs catalogs,
            Time time,
            Snapshots snapshots,
            Kinds kinds,
            PartOwners owners,
            Timetables timetables,
            LoginServices logins,
            Trees trees,
            History history,
            RoutingServices routing,
            Lifecycles lifecycles,
            TicketGates gates,
            PeopleImports imports,
            TicketForms forms) {
        this.identities = identities;
        this.pipeline = pipeline;
        this.reader = reader;
        this.index = index;
        this.subscriptions = subscriptions;
        this.attachments = attachments;
        this.messages = messages;
        this.catalogs = catalogs;
        this.time = time;
        this.snapshots = snapshots;
        this.kinds = kinds;
        this.owners = owners;
        this.timetables = timetables;
        this.logins = logins;
        this.trees = trees;
        this.history = history;
        this.routing = routing;
        this.lifecycles = lifecycles;
        this.gates = gates;
        this.imports = imports;
        this.forms = forms;
    }

    /** The desk of a caller from outside. */
    @Override
    public Desk desk(Caller caller) {
        return desk(caller, null, Optional.empty());
    }

    @Override
    public Desk reactingTo(Event cause, String consumer) {
        Caller caller = Caller.of(cause.tenant(), new Actor.Engine(consumer))
                .via(Channel.ENGINE)
                .correlated(cause.correlationId());
        return desk(caller, Session.Reaction.to(cause, consumer), owners.ofConsumer(consumer));
    }

    @Override
    public Desk readingAs(TenantId tenant, String part) {
        Caller caller = Caller.of(tenant, new Actor.Engine(part)).via(Channel.ENGINE);
        return desk(caller, Session.Reaction.reading(), Optional.empty());
    }

    @Override
    public Desk ofPlugin(TenantId tenant, String plugin) {
        Caller caller = Caller.of(tenant, new Actor.Engine(plugin)).via(Channel.ENGINE);
        return desk(caller, null, Optional.of(plugin));
    }

    private Desk desk(Caller caller, Session.@Nullable Reaction reaction, Optional<String> plugin) {
        return new BoundDesk(
                caller,
                () -> identities.settle(caller, reaction).ofPlugin(plugin),
                pipeline,
                reader,
                index,
                subscriptions::get,
                attachments,
                messages,
                catalogs,
                time,
                snapshots,
                kinds,
                timetables,
                logins,
                trees,
                history,
                routing,
                lifecycles,
                gates,
                imports,
                forms);
    }
}
