package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Teams and their members.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TeamContract extends StorageFixture {
    /** Teams come back with their members, and members come and go. */
    @Test
    default void teamsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "team");
        for (Team team : tenant.teams()) {
            assertThat(tenant.find(unit -> unit.teams().find(team.id()))).contains(team);
        }
        List<UserId> people = tenant.people();
        Team team = tenant.teams().get(0);
        List<Set<UserId>> steps = List.of(
                Set.of(), Set.copyOf(people), Set.of(people.get(1)), Set.of(people.get(0), people.get(2)), Set.of());
        for (Set<UserId> members : steps) {
            Team before = tenant.read(unit -> unit.teams().find(team.id())).orElseThrow();
            Team after = new Team(
                    team.id(),
                    before.parent().isPresent()
                            ? Optional.empty()
                            : Optional.of(tenant.teams().get(1).id()),
                    "renamed " + members.size(),
                    members,
                    !before.retired(),
                    team.createdAt());
            tenant.write(
                    unit -> unit.teams().update(unit.teams().lock(team.id()).orElseThrow(), after));
            assertThat(tenant.find(unit -> unit.teams().find(team.id()))).contains(after);
        }
        TeamId missing = new TeamId(tenant.data().id());
        assertThat(tenant.find(unit -> unit.teams().find(missing))).isEmpty();
    }

    /** A user's teams are told, in the order of their ids. */
    @Test
    default void teamsOfAMemberAreTold() {
        TestTenant tenant = TestTenant.in(storage(), "team-member");
        UserId member = tenant.people().get(0);
        UserId other = tenant.people().get(1);
        List<TeamId> joined = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Team team = named(tenant, "joined " + i);
            Set<UserId> members = i % 2 == 0 ? Set.of(member, other) : Set.of(other);
            Team of = new Team(team.id(), team.name(), members, i == 4, team.createdAt());
            tenant.write(unit -> unit.teams().insert(of));
            if (i % 2 == 0) {
                joined.add(team.id());
            }
        }
        List<TeamId> told = tenant.read(unit -> unit.teams().ofMember(member));
        assertThat(told)
                .containsAll(joined)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> ConditionInterpreter.compareUnsigned(a.value(), b.value()));
        for (TeamId id : told) {
            assertThat(tenant.find(unit -> unit.teams().find(id)).orElseThrow().members())
                    .contains(member);
        }
        UserId stranger = new UserId(tenant.data().id());
        List<TeamId> none = tenant.read(unit -> unit.teams().ofMember(stranger));
        assertThat(none).isEmpty();
    }

    /** Names are unique and found whatever their case. */
    @Test
    default void namesAreUniqueFolded() {
        TestTenant tenant = TestTenant.in(storage(), "team-name");
        Team support = named(tenant, "Stra\u00dfenbau \ufb01rst");
        tenant.write(unit -> unit.teams().insert(support));
        for (String same : List.of("Stra\u00dfenbau \ufb01rst", "STRASSENBAU FIRST", "strassenbau first  ")) {
            assertThat(tenant.find(unit -> unit.teams().findByName(same))).contains(support);
            Team other = named(tenant, same);
            Expect.failure(
                    ErrorCode.TEAM_EXISTS,
                    () -> tenant.write(unit -> unit.teams().insert(other)));
            assertThat(tenant.find(unit -> unit.teams().find(other.id()))).isEmpty();
        }
        Team sales = named(tenant, "Sales");
        tenant.write(unit -> unit.teams().insert(sales));
        Expect.failure(
                ErrorCode.TEAM_EXISTS,
                () -> tenant.write(unit -> unit.teams()
                        .update(unit.teams().lock(sales.id()).orElseThrow(), renamed(sales, "strassenbau FIRST"))));
        tenant.write(unit -> unit.teams().update(unit.teams().lock(sales.id()).orElseThrow(), renamed(sales, "SALES")));
        assertThat(tenant.find(unit -> unit.teams().findByName("sales"))).contains(renamed(sales, "SALES"));
        assertThat(tenant.find(unit -> unit.teams().findByName("sale"))).isEmpty();
    }

    /** Names that grow when they are folded have room. */
    @Test
    default void namesThatGrowHaveRoom() {
        TestTenant tenant = TestTenant.in(storage(), "team-long");
        for (String name : List.of("\ufdfa".repeat(60), "\ud83d\ude00".repeat(50), "n".repeat(100))) {
            Team team = named(tenant, name);
            tenant.write(unit -> unit.teams().insert(team));
            assertThat(tenant.find(unit -> unit.teams().findByName(name))).contains(team);
        }
    }

    /** All teams are listed with their members in the order of their ids, page by page. */
    @Test
    default void teamsAreListedById() {
        TestTenant tenant = TestTenant.in(storage(), "team-page");
        List<Team> teams = new ArrayList<>(tenant.teams());
        tenant.write(unit -> {
            for (int i = 0; i < 15; i++) {
                Team team = tenant.data().team(tenant.people());
                teams.add(team);
                unit.teams().insert(team);
            }
        });
        List<Team> seen = Pages.walk(
                4, (Optional<TeamId> after) -> tenant.list(unit -> unit.teams().page(after, 4)), Team::id);
        assertThat(seen)
                .containsExactlyElementsOf(Expect.byId(teams, team -> team.id().value()));
    }

    /** The second one who locks a team waits, and then sees what the first one committed. */
    @Test
    default void secondLockWaits() {
        TestTenant tenant = TestTenant.in(storage(), "team-lock");
        Team team = tenant.teams().get(0);
        Team changed = new Team(team.id(), "changed", Set.copyOf(tenant.people()), false, team.createdAt());
        Future<Team> second;
        try (UnitOfWork first = storage().begin(tenant.id(), UnitMode.OWN)) {
            Team locked = first.teams().lock(team.id()).orElseThrow();
            second = Together.start(() -> {
                try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
                    return unit.teams().lock(team.id()).orElseThrow();
                }
            });
            assertThat(Together.stillRuns(second)).as("the second waits").isTrue();
            first.teams().update(locked, changed);
            first.commit();
        }
        assertThat(Together.result(second)).isEqualTo(changed);
    }

    /** A unit sees the teams that it has written; nobody sees them after a roll back. */
    @Test
    default void teamsAreSeenByTheirUnit() {
        TestTenant tenant = TestTenant.in(storage(), "team-own");
        Team team = tenant.data().team(tenant.people());
        Team before = tenant.teams().get(0);
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.teams().insert(team);
            assertThat(unit.teams().find(team.id())).contains(team);
            assertThat(unit.teams().findByName(team.name())).contains(team);
            Team locked = unit.teams().lock(before.id()).orElseThrow();
            unit.teams().update(locked, renamed(locked, "never there"));
            assertThat(unit.teams().findByName("never there")).isPresent();
        }
        assertThat(tenant.find(unit -> unit.teams().find(team.id()))).isEmpty();
        assertThat(tenant.find(unit -> unit.teams().find(before.id()))).contains(before);
    }

    private static Team named(TestTenant tenant, String name) {
        return renamed(tenant.data().team(tenant.people()), name);
    }

    private static Team renamed(Team team, String name) {
        return new Team(team.id(), name, team.members(), team.retired(), team.createdAt());
    }
}
