package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.ConditionAgreement;
import io.tikit.tck.Requirement;
import io.tikit.tck.SampleConditions;
import io.tikit.tck.SampleData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Every database means by a condition exactly what the reference interpreter means. */
class ConditionProperties {
    private static final int TICKETS = 2_000;
    private static final int CONDITIONS = 120;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement("REQ-SF-002")
    void derbyAgreesWithTheInterpreter(@ForAll long seed) {
        agrees(seed, TestContext.inMemory());
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement("REQ-SF-002")
    void postgresAgreesWithTheInterpreter(@ForAll long seed) {
        agrees(seed, TestContext.inMemory().with(Map.of("url", Postgres.newDatabase())));
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement("REQ-SF-002")
    void mariaDbAgreesWithTheInterpreter(@ForAll long seed) {
        agrees(seed, TestContext.inMemory().with(Map.of("url", MariaDb.newDatabase())));
    }

    private static void agrees(long seed, TestContext context) {
        try (JpaStorage storage = new JpaStorage(context)) {
            storage.open();
            ConditionAgreement.check(
                    seed, TICKETS, CONDITIONS, SampleConditions.BUILT_IN, new Kept(storage, SampleData.of(seed)));
        }
    }

    /** Tickets of one tenant. */
    private static final class Kept implements ConditionAgreement.Asked {
        private static final TenantId TENANT = TenantId.of("agreement");

        private final Storage storage;
        private final List<UserId> people = new ArrayList<>();
        private final List<TeamId> teams = new ArrayList<>();
        private final List<CategoryId> categories = new ArrayList<>();
        private final List<OrganisationId> organisations = new ArrayList<>();

        Kept(Storage storage, SampleData data) {
            this.storage = storage;
            try (UnitOfWork unit = storage.createTenant(TENANT, TestContext.NOW)) {
                for (int i = 0; i < 3; i++) {
                    var user = data.user();
                    unit.users().insert(user);
                    people.add(user.id());
                }
                for (int i = 0; i < 2; i++) {
                    var team = data.team(people);
                    unit.teams().insert(team);
                    teams.add(team.id());
                }
                for (int i = 0; i < 2; i++) {
                    var category = data.category(Optional.empty());
                    unit.categories().insert(category);
                    categories.add(category.id());
                    var organisation = data.organisation();
                    unit.organisations().insert(organisation);
                    organisations.add(organisation.id());
                }
                unit.commit();
            }
        }

        @Override
        public List<CategoryId> categories() {
            return categories;
        }

        @Override
        public List<OrganisationId> organisations() {
            return organisations;
        }

        @Override
        public List<UserId> people() {
            return people;
        }

        @Override
        public List<TeamId> teams() {
            return teams;
        }

        @Override
        public void put(List<Ticket> tickets) {
            write(unit -> tickets.forEach(unit.tickets()::insert));
        }

        private void write(Consumer<UnitOfWork> action) {
            try (UnitOfWork unit = storage.begin(TENANT, UnitMode.OWN)) {
                action.accept(unit);
                unit.commit();
            }
        }

        @Override
        public List<TicketId> find(Condition where) {
            TicketListing listing =
                    new TicketListing(where, List.of(TicketFields.CREATED.descending()), Optional.empty(), TICKETS + 1);
            try (UnitOfWork unit = storage.begin(TENANT, UnitMode.READ)) {
                return unit.tickets().list(listing).stream()
                        .map(TicketSummary::id)
                        .toList();
            }
        }
    }
}
