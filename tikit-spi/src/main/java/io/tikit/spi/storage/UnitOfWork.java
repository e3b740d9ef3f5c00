package io.tikit.spi.storage;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.login.LoginRepository;

/**
 * Reads and writes of one tenant that become true together. READ COMMITTED. Writes may be held back and sent in batches
 * until a read needs them or the unit commits; reads of the unit see its own writes. For one thread; not reusable.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface UnitOfWork extends AutoCloseable {
    /**
     * Whose rows.
     *
     * @return the tenant
     */
    TenantId tenant();

    /**
     * Tickets.
     *
     * @return the repository
     */
    TicketRepository tickets();

    /**
     * Conversations.
     *
     * @return the repository
     */
    EntryRepository entries();

    /**
     * Attachments.
     *
     * @return the repository
     */
    AttachmentRepository attachments();

    /**
     * The log of what happened.
     *
     * @return the repository
     */
    EventRepository events();

    /**
     * How long a ticket was in which status, team and hands.
     *
     * @return the repository
     */
    IntervalRepository intervals();

    /**
     * Users.
     *
     * @return the repository
     */
    UserRepository users();

    /**
     * Teams.
     *
     * @return the repository
     */
    TeamRepository teams();

    /**
     * Organisations and who belongs to them.
     *
     * @return the repository
     */
    OrganisationRepository organisations();

    /**
     * The tree of what tickets are about.
     *
     * @return the repository
     */
    CategoryRepository categories();

    /**
     * Documents of the configuration.
     *
     * @return the repository
     */
    ConfigurationRepository configuration();

    /**
     * Agents and the queues of teams.
     *
     * @return the repository
     */
    RoutingRepository routing();

    /**
     * Idempotency keys.
     *
     * @return the repository
     */
    KeyRepository keys();

    /**
     * What is to happen later.
     *
     * @return the repository
     */
    TimerRepository timers();

    /**
     * Links between tickets.
     *
     * @return the repository
     */
    LinkRepository links();

    /**
     * What plugins keep for themselves.
     *
     * @return the repository
     */
    PluginRows pluginRows();

    /**
     * How people sign in.
     *
     * @return the repository
     */
    LoginRepository logins();

    /**
     * What leaves the unit after its commit.
     *
     * @return the outbox
     */
    Outbox outbox();

    /**
     * Makes all writes true: durable when it returns, or flushed into the host's transaction. Called at most once.
     *
     * @throws io.tikit.api.error.ConflictException with code USER_EXISTS, TEAM_EXISTS, CATEGORY_EXISTS,
     *     ORGANISATION_EXISTS, TENANT_EXISTS or STORAGE_CONFLICT by the key that was taken, or TIMER_STALE by {@link TimerRepository#fire}; nothing was written then
     */
    void commit();

    /** Gives everything back; without a commit before, nothing of the unit remains. Does not throw. */
    @Override
    void close();
}
