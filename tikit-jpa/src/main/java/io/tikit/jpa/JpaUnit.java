package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.jpa.attachment.AttachmentTable;
import io.tikit.jpa.category.CategoryTable;
import io.tikit.jpa.configuration.ConfigurationTable;
import io.tikit.jpa.conversation.EntryTable;
import io.tikit.jpa.event.EventTable;
import io.tikit.jpa.idempotency.KeyTable;
import io.tikit.jpa.interval.IntervalTable;
import io.tikit.jpa.link.LinkTable;
import io.tikit.jpa.login.LoginTables;
import io.tikit.jpa.outbox.ChangeIds;
import io.tikit.jpa.outbox.UnitOutbox;
import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.people.OrganisationTable;
import io.tikit.jpa.people.TeamTable;
import io.tikit.jpa.people.UserTable;
import io.tikit.jpa.plugin.PluginTable;
import io.tikit.jpa.routing.RoutingTable;
import io.tikit.jpa.session.Session;
import io.tikit.jpa.ticket.TicketTable;
import io.tikit.jpa.timer.TimerTable;
import io.tikit.spi.login.LoginRepository;
import io.tikit.spi.storage.AttachmentRepository;
import io.tikit.spi.storage.CategoryRepository;
import io.tikit.spi.storage.ConfigurationRepository;
import io.tikit.spi.storage.EntryRepository;
import io.tikit.spi.storage.EventRepository;
import io.tikit.spi.storage.IntervalRepository;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.LinkRepository;
import io.tikit.spi.storage.OrganisationRepository;
import io.tikit.spi.storage.Outbox;
import io.tikit.spi.storage.PluginRows;
import io.tikit.spi.storage.RoutingRepository;
import io.tikit.spi.storage.TeamRepository;
import io.tikit.spi.storage.TicketRepository;
import io.tikit.spi.storage.TimerRepository;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.storage.UserRepository;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of work: one session, and one small repository per feature on it. */
final class JpaUnit implements UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(JpaUnit.class);

    private final TenantId tenant;
    private final Session session;
    private final UnitTransaction transaction;
    private final TicketTable tickets;
    private final EntryTable entries;
    private final AttachmentTable attachments;
    private final EventTable events;
    private final IntervalTable intervals;
    private final UserTable users;
    private final TeamTable teams;
    private final OrganisationTable organisations;
    private final CategoryTable categories;
    private final ConfigurationTable configuration;
    private final RoutingTable routing;
    private final KeyTable keys;
    private final PluginTable pluginRows;
    private final LoginTables logins;
    private final UnitOutbox outbox;
    private final TimerTable timers;
    private final LinkTable links;
    private boolean closed;

    JpaUnit(
            TenantId tenant,
            Session session,
            ChangeIds ids,
            InstantSource clock,
            Waiting waiting,
            UnitTransaction transaction) {
        this.tenant = tenant;
        this.session = session;
        this.transaction = transaction;
        tickets = new TicketTable(session);
        entries = new EntryTable(session);
        attachments = new AttachmentTable(session);
        events = new EventTable(session, tenant);
        intervals = new IntervalTable(session);
        configuration = new ConfigurationTable(session);
        users = new UserTable(session, configuration::saw);
        teams = new TeamTable(session);
        organisations = new OrganisationTable(session);
        categories = new CategoryTable(session);
        routing = new RoutingTable(session);
        keys = new KeyTable(session);
        pluginRows = new PluginTable(session);
        logins = new LoginTables(session);
        links = new LinkTable(session);
        outbox = new UnitOutbox(session, events, ids, clock, waiting);
        timers = new TimerTable(session, waiting, outbox.leaving());
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public TicketRepository tickets() {
        return tickets;
    }

    @Override
    public EntryRepository entries() {
        return entries;
    }

    @Override
    public AttachmentRepository attachments() {
        return attachments;
    }

    @Override
    public EventRepository events() {
        return events;
    }

    @Override
    public IntervalRepository intervals() {
        return intervals;
    }

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public TeamRepository teams() {
        return teams;
    }

    @Override
    public OrganisationRepository organisations() {
        return organisations;
    }

    @Override
    public CategoryRepository categories() {
        return categories;
    }

    @Override
    public ConfigurationRepository configuration() {
        return configuration;
    }

    @Override
    public RoutingRepository routing() {
        return routing;
    }

    @Override
    public KeyRepository keys() {
        return keys;
    }

    @Override
    public TimerRepository timers() {
        return timers;
    }

    @Override
    public LinkRepository links() {
        return links;
    }

    @Override
    public PluginRows pluginRows() {
        return pluginRows;
    }

    @Override
    public LoginRepository logins() {
        return logins;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void commit() {
        timers.settle();
        transaction.commit(session, outbox.leaving());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            transaction.close(session, outbox.leaving());
        } catch (RuntimeException e) {
            // The contract says that closing does not throw; the database ends what the connection began.
            LOG.warn("a unit of work did not close cleanly", e);
        }
    }
}
