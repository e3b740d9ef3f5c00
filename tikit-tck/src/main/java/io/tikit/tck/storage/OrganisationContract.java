package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Organisations, their mail domains and their members.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface OrganisationContract extends StorageFixture {
    /** Organisations come back with their domains, and domains come and go. */
    @Test
    default void organisationsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "organisation");
        for (Organisation organisation : tenant.companies()) {
            assertThat(tenant.find(unit -> unit.organisations().find(organisation.id())))
                    .contains(organisation);
        }
        Organisation first = tenant.companies().get(0);
        List<Set<String>> steps = List.of(
                Set.of(), Set.of("acme.example", "xn--bcher-kva.example"), Set.of("acme.example"), Set.of("b.example"));
        for (Set<String> domains : steps) {
            Organisation before =
                    tenant.read(unit -> unit.organisations().find(first.id())).orElseThrow();
            Organisation after = new Organisation(
                    first.id(),
                    "renamed " + domains.size(),
                    !before.shared(),
                    domains,
                    !before.retired(),
                    first.createdAt());
            tenant.write(unit -> unit.organisations()
                    .update(unit.organisations().lock(first.id()).orElseThrow(), after));
            assertThat(tenant.find(unit -> unit.organisations().find(first.id())))
                    .contains(after);
            for (String domain : domains) {
                assertThat(tenant.find(unit -> unit.organisations().findByDomain(domain)))
                        .contains(after);
            }
        }
        assertThat(tenant.find(unit -> unit.organisations().findByDomain("acme.example")))
                .isEmpty();
        OrganisationId missing = new OrganisationId(tenant.data().id());
        assertThat(tenant.find(unit -> unit.organisations().find(missing))).isEmpty();
    }

    /** Names are unique and found whatever their case; a domain belongs to one organisation. */
    @Test
    default void organisationNamesAndDomainsAreUnique() {
        TestTenant tenant = TestTenant.in(storage(), "organisation-name");
        Organisation acme = named(tenant, "Stra\u00dfenbau \ufb01rst", "acme.example");
        tenant.write(unit -> unit.organisations().insert(acme));
        assertThat(tenant.find(unit -> unit.organisations().findByName("STRASSENBAU first  ")))
                .contains(acme);
        for (Organisation taken :
                List.of(named(tenant, "strassenbau FIRST", "b.example"), named(tenant, "Other", "acme.example"))) {
            Expect.failure(
                    ErrorCode.ORGANISATION_EXISTS,
                    () -> tenant.write(unit -> unit.organisations().insert(taken)));
            assertThat(tenant.find(unit -> unit.organisations().find(taken.id())))
                    .isEmpty();
        }
        assertThat(tenant.find(unit -> unit.organisations().findByDomain("ACME.example")))
                .isEmpty();
        assertThat(tenant.find(unit -> unit.organisations().findByDomain("b.example")))
                .isEmpty();
    }

    /** All organisations are listed with their domains in the order of their ids, page by page. */
    @Test
    default void organisationsAreListedById() {
        TestTenant tenant = TestTenant.in(storage(), "organisation-page");
        List<Organisation> organisations = new ArrayList<>(tenant.companies());
        tenant.write(unit -> {
            for (int i = 0; i < 15; i++) {
                Organisation organisation = tenant.data().organisation();
                organisations.add(organisation);
                unit.organisations().insert(organisation);
            }
        });
        List<Organisation> seen = Pages.walk(
                4,
                (Optional<OrganisationId> after) ->
                        tenant.list(unit -> unit.organisations().page(after, 4)),
                Organisation::id);
        assertThat(seen)
                .containsExactlyElementsOf(Expect.byId(
                        organisations, organisation -> organisation.id().value()));
    }

    /** A person may belong to several organisations, and leaves one without leaving the others. */
    @Test
    default void personsBelongToSeveralOrganisations() {
        TestTenant tenant = TestTenant.in(storage(), "organisation-member");
        List<Organisation> both = Expect.byId(
                tenant.companies(), organisation -> organisation.id().value());
        OrganisationId one = both.get(0).id();
        UserId emily = tenant.people().get(0);
        tenant.write(unit -> {
            both.forEach(organisation -> unit.organisations().join(organisation.id(), emily));
            unit.organisations().join(one, tenant.people().get(1));
        });
        assertThat(tenant.list(unit -> unit.organisations().ofMember(emily))).containsExactlyElementsOf(both);
        assertThat(tenant.list(
                        unit -> unit.organisations().ofMember(tenant.people().get(2))))
                .isEmpty();
        tenant.write(unit -> {
            unit.organisations().leave(one, emily);
            unit.organisations().leave(one, tenant.people().get(2));
        });
        assertThat(tenant.list(unit -> unit.organisations().ofMember(emily))).containsExactly(both.get(1));
        assertThat(tenant.list(unit -> unit.organisations().members(one, Optional.empty(), 10)))
                .containsExactly(tenant.people().get(1));
        User before = tenant.users().get(0);
        User after = before.withOrganisation(Optional.of(both.get(1).id()));
        tenant.write(unit -> unit.users().update(after));
        assertThat(tenant.list(unit -> unit.users().findAll(List.of(emily)))).containsExactly(after);
    }

    /** The members are listed in the order of their ids, page by page, whoever joined first. */
    @Test
    default void membersAreListedById() {
        TestTenant tenant = TestTenant.in(storage(), "organisation-members");
        OrganisationId one = tenant.organisations().get(0);
        List<UserId> members = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 15; i++) {
                User user = tenant.data().user();
                members.add(user.id());
                unit.users().insert(user);
            }
            Collections.shuffle(members, tenant.data().random());
            members.forEach(member -> unit.organisations().join(one, member));
        });
        List<UserId> seen = Pages.walk(
                4,
                (Optional<UserId> after) ->
                        tenant.list(unit -> unit.organisations().members(one, after, 4)),
                user -> user);
        assertThat(seen).containsExactlyElementsOf(Expect.byId(members, UserId::value));
    }

    /** The second one who locks an organisation waits, and then sees what the first one committed. */
    @Test
    default void secondLockOfAnOrganisationWaits() {
        TestTenant tenant = TestTenant.in(storage(), "organisation-lock");
        Organisation any = tenant.companies().get(0);
        Organisation changed = new Organisation(any.id(), "changed", true, Set.of(), false, any.createdAt());
        Future<Organisation> second;
        try (UnitOfWork first = storage().begin(tenant.id(), UnitMode.OWN)) {
            Organisation locked = first.organisations().lock(any.id()).orElseThrow();
            second = Together.start(() -> {
                try (UnitOfWork unit = tenant.storage().begin(tenant.id(), UnitMode.OWN)) {
                    return unit.organisations().lock(any.id()).orElseThrow();
                }
            });
            assertThat(Together.stillRuns(second)).as("the second waits").isTrue();
            first.organisations().update(locked, changed);
            first.commit();
        }
        assertThat(Together.result(second)).isEqualTo(changed);
    }

    private static Organisation named(TestTenant tenant, String name, String domain) {
        Organisation any = tenant.data().organisation();
        return new Organisation(any.id(), name, false, Set.of(domain), false, any.createdAt());
    }
}
