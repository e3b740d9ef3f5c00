package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.jpa.JpaPlugin;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.TestPluginContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills a desk with many tickets of a year: four teams, four in five tickets open. Only the rows that lists read are
 * written.
 */
record QueueFill(TenantId tenant, UserId agent, TeamId team) {
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final int TEAMS = 4;
    private static final int UNIT = 500;
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR = 365L * 24 * 3600 * 1000;

    /** Makes the people through an engine that is closed again. */
    static QueueFill fill(Store.Place place, DataSource source, int tickets) {
        TenantId tenant;
        UserId agent;
        List<TeamId> teams = new ArrayList<>();
        List<UserId> customers;
        try (Tikit tikit = ListBenchmark.engine(place, source)) {
            DeskData data = DeskData.create(tikit);
            tenant = data.tenant();
            customers = data.customers();
            Desk desk = tikit.as(Caller.of(tenant, DeskData.ADMIN));
            agent = desk.people()
                    .createUser(CreateUser.of("Agent", "agent@bench.example").withRole(Role.AGENT))
                    .id();
            for (int i = 0; i < TEAMS; i++) {
                teams.add(desk.people()
                        .createTeam(CreateTeam.of("Team " + (100 + i), agent))
                        .id());
            }
        }
        try (Storage storage = storage(source)) {
            storage.open();
            SplittableRandom random = new SplittableRandom(1);
            for (int done = 0; done < tickets; done += UNIT) {
                int count = Math.min(UNIT, tickets - done);
                long serial = storage.takeNumbers(tenant, count);
                try (UnitOfWork unit = storage.begin(tenant, UnitMode.OWN)) {
                    for (int i = 0; i < count; i++) {
                        long at = FIRST + YEAR / tickets * (done + i);
                        UserId customer = customers.get(random.nextInt(customers.size()));
                        TeamId team = teams.get(random.nextInt(TEAMS));
                        unit.tickets().insert(ticket(serial + i, at, customer, team, random));
                    }
                    unit.commit();
                }
            }
        }
        return new QueueFill(tenant, agent, teams.get(0));
    }

    private static Ticket ticket(long serial, long at, UserId customer, TeamId team, SplittableRandom random) {
        TicketText text = TicketText.of(serial);
        boolean open = random.nextInt(5) > 0;
        Instant created = Instant.ofEpochMilli(at);
        UUID id = new UUID(at << 16 | 0x7000L | (serial & 0xFFFL), 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
        return new Ticket(
                TicketSummary.builder()
                        .identity(new TicketId(id), serial)
                        .type(TicketType.QUESTION)
                        .subject(text.subject())
                        .priority(PRIORITIES.get(random.nextInt(PRIORITIES.size())))
                        .status(new Status(open ? "open" : "resolved"), open ? State.OPEN : State.RESOLVED)
                        .people(customer, customer)
                        .team(team)
                        .times(created, created)
                        .resolvedAt(open ? null : created)
                        .build(),
                Map.of());
    }

    private static Storage storage(DataSource source) {
        JpaPlugin plugin = new JpaPlugin();
        AtomicReference<@Nullable Storage> found = new AtomicReference<>();
        plugin.contribute(
                new Contributions() {
                    @Override
                    public <S> void add(ExtensionPoint<S> point, String name, S part) {
                        if (part instanceof Storage storage) {
                            found.set(storage);
                        }
                    }
                },
                TestPluginContext.of(plugin.descriptor(), InstantSource.system())
                        .withDataSource(source));
        return Objects.requireNonNull(found.get(), "storage");
    }
}
