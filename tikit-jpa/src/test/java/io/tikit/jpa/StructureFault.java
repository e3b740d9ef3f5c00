package io.tikit.jpa;

import io.tikit.api.category.Category;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.spi.storage.OrganisationRepository;
import io.tikit.tck.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faults of organisations, categories and the hierarchy of teams, each with the test that is there for it. */
enum StructureFault implements PlantedFault {
    FORGETS_REPLACEMENTS("categoriesComeBackAsTheyWere", "CategoryRepository.update", (real, given) -> {
        Category all = (Category) Objects.requireNonNull(given[0]);
        return real.with(
                new Category(all.id(), all.parent(), all.name(), all.retired(), Optional.empty(), all.createdAt()));
    }),
    FINDS_NAMES_AT_THE_TOP(
            "categoryNamesAreUniqueUnderTheirParent",
            "CategoryRepository.findByName",
            (real, given) -> real.with(Optional.empty(), given[1])),
    REPEATS_CATEGORIES(
            "categoriesAreListedById", "CategoryRepository.page", (real, given) -> reversed(real.with(given))),
    WRITES_CATEGORIES_AT_ONCE(
            "categoriesAreSeenByTheirUnit",
            "Storage.begin",
            PlantedFault.atOnce("CategoryRepository.insert", (unit, which) -> {
                unit.categories().insert((Category) Objects.requireNonNull(which[0]));
                return null;
            })),
    FORGETS_LIMITS(
            "openTicketsOfACategoryAreFound", "TicketRepository.openIn", (real, given) -> real.with(given[0], 1)),
    FINDS_NO_OTHER("anotherActiveUserOfARoleIsFound", "UserRepository.anotherActive", (real, given) -> false),
    NEVER_ADVANCES("treesMakeRevisions", "ConfigurationRepository.advance", (real, given) -> null),
    KEEPS_OLD_DOMAINS("organisationsComeBackAsTheyWere", "OrganisationRepository.update", (real, given) -> {
        Organisation after = (Organisation) Objects.requireNonNull(given[1]);
        return real.with(without(after), after);
    }),
    FINDS_DOMAINS_IN_ANY_CASE(
            "organisationNamesAndDomainsAreUnique",
            "OrganisationRepository.findByDomain",
            (real, given) ->
                    real.with(Objects.requireNonNull(given[0]).toString().toLowerCase(java.util.Locale.ROOT))),
    REPEATS_ORGANISATIONS(
            "organisationsAreListedById", "OrganisationRepository.page", (real, given) -> reversed(real.with(given))),
    LEAVES_NOTHING("personsBelongToSeveralOrganisations", "OrganisationRepository.leave", (real, given) -> null),
    FORGETS_THE_FIRST_ORGANISATION("personsBelongToSeveralOrganisations", "UserRepository.update", (real, given) -> {
        User user = (User) Objects.requireNonNull(given[0]);
        return real.with(user.withOrganisation(Optional.empty()));
    }),
    SHUFFLES_MEMBERS(
            "membersAreListedById", "OrganisationRepository.members", (real, given) -> reversed(real.with(given))),
    LOCKS_NO_ORGANISATION("secondLockOfAnOrganisationWaits", "UnitOfWork.organisations", (real, given) -> {
        OrganisationRepository organisations = (OrganisationRepository) Objects.requireNonNull(real.with(given));
        Faults.Lie find = (lock, which) -> organisations.find((OrganisationId) which[0]);
        return PlantedFault.lying("OrganisationRepository.lock", find, OrganisationRepository.class, organisations);
    }),
    FORGETS_PARENTS("teamsComeBackAsTheyWere", "TeamRepository.update", (real, given) -> {
        Team team = (Team) Objects.requireNonNull(given[1]);
        return real.with(given[0], new Team(team.id(), team.name(), team.members(), team.retired(), team.createdAt()));
    }),
    FORGETS_PROFILES("usersComeBackAsTheyWere", "UserRepository.update", (real, given) -> {
        User user = (User) Objects.requireNonNull(given[0]);
        return real.with(new User(user.id(), user.person(), user.role(), user.active(), user.createdAt()));
    });

    private final Plan plan;

    StructureFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    private static List<Object> reversed(@Nullable Object page) {
        List<Object> rows = new ArrayList<>((List<?>) Objects.requireNonNull(page));
        Collections.reverse(rows);
        return rows;
    }

    private static Organisation without(Organisation all) {
        return new Organisation(all.id(), all.name(), all.shared(), Set.of(), all.retired(), all.createdAt());
    }
}
