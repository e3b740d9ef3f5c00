package io.tikit.core.people;

import io.tikit.api.Person;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.people.ImportLine;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserProfile;
import io.tikit.api.people.UserState;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.condition.Fold;
import io.tikit.spi.storage.UnitOfWork;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of a line, in a dry run as in a real one. Reads and writes nothing. */
final class ImportDecider {
    private final Session who;
    private final Execution execution;
    private final UnitOfWork unit;
    private final ImportMemory memory;
    private final PersonRow row;
    private final Violations found = new Violations();

    private ImportDecider(Session who, Execution execution, ImportMemory memory, PersonRow row) {
        this.who = who;
        this.execution = execution;
        this.unit = execution.unit();
        this.memory = memory;
        this.row = row;
    }

    static ImportDecision decide(Session who, Execution execution, ImportMemory memory, PersonRow row) {
        return new ImportDecider(who, execution, memory, row).decide();
    }

    private ImportDecision decide() {
        found.addAll(row.broken());
        Optional<String> subject = row.said(PersonColumn.EXTERNAL_ID);
        Optional<String> email = row.said(PersonColumn.EMAIL);
        if (row.broken().isEmpty() && subject.isEmpty() && email.isEmpty()) {
            found.add(
                    PersonColumn.EXTERNAL_ID.key(),
                    "required",
                    "a person is found by an external id or a mail address; give one of them");
        }
        subject.ifPresent(value -> found.line(PersonColumn.EXTERNAL_ID.key(), value, 1, PeopleRules.LONGEST_SUBJECT));
        email.ifPresent(value -> PeopleRules.email(PersonColumn.EMAIL.key(), value, found));
        if (!found.isEmpty()) {
            return refused(Optional.empty());
        }
        boolean again = subject.filter(value -> memory.knows("subject", value)).isPresent()
                || email.filter(value -> memory.knows("mail", Fold.of(value))).isPresent();
        subject.ifPresent(value -> memory.add("subject", value));
        email.ifPresent(value -> memory.add("mail", Fold.of(value)));
        Optional<User> ofMail = again ? Optional.empty() : email.flatMap(unit.users()::findByEmail);
        Optional<User> before = again
                ? Optional.empty()
                : subject.map(unit.users()::findBySubject).orElse(ofMail);
        if (again
                || before.filter(user -> memory.knows("user", user.id().toString()))
                        .isPresent()) {
            found.add(
                    (subject.isPresent() ? PersonColumn.EXTERNAL_ID : PersonColumn.EMAIL).key(),
                    "twice",
                    "an earlier line of the file is about the same person or address; leave one of them",
                    Map.of("name", subject.or(() -> email).orElse("")));
            return refused(Optional.empty());
        }
        before.ifPresent(user -> {
            memory.add("user", user.id().toString());
            // Addresses that this line gives up are not free for later lines, for a dry run would not find them so.
            memory.add("subject", user.person().subject());
            memory.add("mail", Fold.of(user.person().email()));
        });
        if (ofMail.isPresent() && !ofMail.equals(before)) {
            found.add(
                    PersonColumn.EMAIL.key(),
                    "mail_taken",
                    "another person has this mail address",
                    Map.of("value", email.orElse("")));
        }
        return person(before);
    }

    private ImportDecision refused(Optional<User> before) {
        return ImportDecision.refused(
                new ImportLine(row.line(), ImportLine.Outcome.REFUSED, before.map(User::id), Set.of(), found.all()));
    }

    private ImportDecision person(Optional<User> before) {
        String email = row.cell(PersonColumn.EMAIL)
                .orElseGet(() -> before.map(user -> user.person().email()).orElse(""));
        String name = row.said(PersonColumn.NAME)
                .orElseGet(() -> before.map(User::name).orElse(""));
        found.line(PersonColumn.NAME.key(), name, 1, PeopleRules.LONGEST_NAME);
        Role role = role(before.map(User::role));
        UserState state = state(before.map(User::state).orElse(UserState.ACTIVE));
        UserProfile profile = profile(before.map(User::profile).orElse(UserProfile.EMPTY));
        List<Organisation> had = before.map(user ->
                        OrganisationService.firstFirst(unit.organisations().ofMember(user.id()), user))
                .orElse(List.of());
        List<Organisation> organisations = organisations(had, before.isPresent() ? "" : email);
        Set<TeamId> were =
                before.map(user -> Set.copyOf(unit.teams().ofMember(user.id()))).orElse(Set.of());
        Map<TeamId, Team> teams = teams(were);
        Person person = new Person(
                name,
                email,
                before.map(user -> user.person().subject())
                        .or(() -> row.said(PersonColumn.EXTERNAL_ID))
                        .orElseGet(() -> Person.of(name, email).subject()));
        if (before.isEmpty() && row.said(PersonColumn.EXTERNAL_ID).isEmpty()) {
            if (memory.knows("subject", person.subject())
                    || unit.users().findBySubject(person.subject()).isPresent()) {
                found.add(
                        PersonColumn.EMAIL.key(),
                        "mail_taken",
                        "another person is known by this address; give an external id",
                        Map.of("value", email));
            }
            memory.add("subject", person.subject());
        }
        User after = new User(
                before.map(User::id).orElseGet(() -> new UserId(execution.newId())),
                person,
                role,
                state,
                profile,
                organisations.stream().findFirst().map(Organisation::id),
                before.map(User::createdAt).orElseGet(() -> execution.time().instant()));
        Set<TeamId> comes = new HashSet<>(teams.keySet());
        comes.removeAll(were);
        Set<TeamId> goes = new HashSet<>();
        if (row.cell(PersonColumn.TEAMS).isPresent()) {
            goes.addAll(were);
            goes.removeAll(teams.keySet());
        }
        admitted(after, comes, teams);
        List<OrganisationId> joins = ids(organisations, had);
        admitted(role, joins);
        Set<PersonColumn> columns = columns(before, after, comes.size() + goes.size(), had, organisations);
        if (!columns.isEmpty()) {
            may(before, role, state);
        }
        if (!found.isEmpty()) {
            return refused(before);
        }
        comes.forEach(team -> memory.grow(team, 1));
        goes.forEach(team -> memory.grow(team, -1));
        ImportLine.Outcome outcome = before.isEmpty()
                ? ImportLine.Outcome.CREATED
                : columns.isEmpty() ? ImportLine.Outcome.UNCHANGED : ImportLine.Outcome.CHANGED;
        return new ImportDecision(
                new ImportLine(row.line(), outcome, before.map(User::id), columns, List.of()),
                before,
                Optional.of(after),
                joins,
                ids(had, organisations),
                comes,
                goes);
    }

    private static List<OrganisationId> ids(List<Organisation> some, List<Organisation> without) {
        List<OrganisationId> left = without.stream().map(Organisation::id).toList();
        return some.stream()
                .map(Organisation::id)
                .filter(id -> !left.contains(id))
                .toList();
    }

    private Role role(Optional<Role> had) {
        Optional<String> key = row.said(PersonColumn.ROLE);
        Role present = had.orElse(Role.CUSTOMER);
        try {
            Role role = key.map(Role::new).orElse(present);
            if (had.equals(Optional.of(role)) || Access.isKnown(who, role)) {
                return role;
            }
        } catch (IllegalArgumentException e) {
            // What has not the form of a key is the key of no role.
        }
        found.add(
                PersonColumn.ROLE.key(),
                "unknown_role",
                "there is no role '" + key.orElse(present.key()) + "'",
                Map.of("role", key.orElse(present.key())));
        return present;
    }

    private UserState state(UserState present) {
        Optional<String> name = row.said(PersonColumn.STATE);
        List<String> known = Arrays.stream(UserState.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        if (name.isPresent() && !known.contains(name.get())) {
            found.add(PersonColumn.STATE.key(), "one_of", "must be one of " + known, Map.of("known", known));
            return present;
        }
        return name.map(text -> UserState.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(present);
    }

    private UserProfile profile(UserProfile present) {
        UserProfile after = new UserProfile(
                row.cell(PersonColumn.LOCALE)
                        .map(tag -> ProfileTexts.locale(PersonColumn.LOCALE.key(), tag, found))
                        .orElse(present.locale()),
                row.cell(PersonColumn.ZONE)
                        .map(id -> ProfileTexts.zone(PersonColumn.ZONE.key(), id, found))
                        .orElse(present.zone()),
                row.cell(PersonColumn.PHONE).orElse(present.phone()));
        found.line(PersonColumn.PHONE.key(), after.phone(), 0, ProfileRules.LONGEST_PHONE);
        return after;
    }

    private List<Organisation> organisations(List<Organisation> had, String newEmail) {
        Optional<String> cell = row.cell(PersonColumn.ORGANISATIONS);
        if (cell.isEmpty()) {
            return newEmail.isEmpty()
                    ? had
                    : MailDomains.ofMail(newEmail)
                            .flatMap(unit.organisations()::findByDomain)
                            .filter(one -> !one.retired())
                            .map(List::of)
                            .orElse(had);
        }
        Map<OrganisationId, Organisation> named = new LinkedHashMap<>();
        for (String name : names(PersonColumn.ORGANISATIONS, cell.get())) {
            Optional<Organisation> one =
                    name.length() > OrganisationRules.LONGEST_NAME ? Optional.empty() : memory.organisation(name, unit);
            if (one.filter(known -> !known.retired() || ids(had, List.of()).contains(known.id()))
                    .isEmpty()) {
                found.add(
                        PersonColumn.ORGANISATIONS.key(),
                        "unknown_organisation",
                        "there is no organisation '" + name + "' in use; make it first",
                        Map.of("organisation", name));
            }
            one.ifPresent(known -> named.put(known.id(), known));
        }
        return List.copyOf(named.values());
    }

    /** Each name costs a question to storage, so a cell has not any number of them. */
    private List<String> names(PersonColumn column, String cell) {
        List<String> names = CellText.split(cell);
        if (names.size() <= PersonRows.MOST_NAMES) {
            return names;
        }
        found.add(
                column.key(),
                "too_many",
                "a person of a file has at most " + PersonRows.MOST_NAMES + " of them",
                Map.of("max", PersonRows.MOST_NAMES));
        return List.of();
    }

    private Map<TeamId, Team> teams(Set<TeamId> were) {
        Map<TeamId, Team> named = new LinkedHashMap<>();
        for (String name :
                names(PersonColumn.TEAMS, row.cell(PersonColumn.TEAMS).orElse(""))) {
            Optional<Team> one = name.length() > PeopleRules.LONGEST_TEAM ? Optional.empty() : memory.team(name, unit);
            if (one.filter(known -> !known.retired() || were.contains(known.id()))
                    .isEmpty()) {
                found.add(
                        PersonColumn.TEAMS.key(),
                        "unknown_team",
                        "there is no team '" + name + "' in use; make it first",
                        Map.of("team", name));
            }
            one.ifPresent(known -> named.put(known.id(), known));
        }
        return named;
    }

    /** What holds for single commands holds here, and more, so that a file never takes a desk its administrators. */
    private void may(Optional<User> before, Role role, UserState state) {
        List<Role> given = before.map(user -> user.role().equals(role) ? List.of(role) : List.of(user.role(), role))
                .orElse(List.of(role));
        for (Role one : given) {
            try {
                PeopleRules.requireMayGive(who, one);
            } catch (NotPermittedException e) {
                found.add(
                        PersonColumn.ROLE.key(),
                        "may_not_give",
                        "the caller may not give the role '" + one + "' or change whoever has it; " + e.getMessage(),
                        Map.of("role", one.key()));
            }
        }
        if (before.isEmpty()) {
            return;
        }
        User user = before.get();
        boolean stays = user.role().equals(role) && (user.active() == (state == UserState.ACTIVE));
        if (!stays && who.user().filter(user.id()::equals).isPresent()) {
            found.add("", "not_oneself", "nobody changes their own role or makes themselves inactive");
        } else if (!stays && user.active() && user.role().equals(Role.ADMIN)) {
            found.add("", "administrator_stays", "an import leaves active administrators as they are; do it by hand");
        }
        if (user.state() != state && state == UserState.DEACTIVATED) {
            found.add(
                    PersonColumn.STATE.key(),
                    "hand_over_first",
                    "somebody who leaves hands open tickets over; deactivate them by hand");
        }
    }

    private void admitted(User after, Set<TeamId> comes, Map<TeamId, Team> teams) {
        for (TeamId team : comes) {
            String name = Optional.ofNullable(teams.get(team)).map(Team::name).orElse("");
            if (!after.active() || !Access.worksOnTickets(who, after.role())) {
                found.add(
                        PersonColumn.TEAMS.key(),
                        "not_an_agent",
                        "whoever is not active or does not work on tickets cannot be in the team '" + name + "'",
                        Map.of("team", name));
            } else if (memory.size(team) >= PeopleRules.MOST_MEMBERS) {
                found.add(
                        PersonColumn.TEAMS.key(),
                        "too_many",
                        "a team has at most " + PeopleRules.MOST_MEMBERS + " members",
                        Map.of("max", PeopleRules.MOST_MEMBERS));
            } else {
                permitted(
                        PersonColumn.TEAMS,
                        after.role(),
                        () -> Access.requireMayAdmit(who, team, List.of(after.role())));
            }
        }
    }

    private void admitted(Role role, List<OrganisationId> joins) {
        joins.forEach(organisation ->
                permitted(PersonColumn.ORGANISATIONS, role, () -> Access.requireMayAdmit(who, organisation, role)));
    }

    private void permitted(PersonColumn column, Role role, Runnable check) {
        try {
            check.run();
        } catch (NotPermittedException e) {
            found.add(column.key(), "may_not_give", String.valueOf(e.getMessage()), Map.of("role", role.key()));
        }
    }

    private Set<PersonColumn> columns(
            Optional<User> before, User after, int teams, List<Organisation> had, List<Organisation> organisations) {
        Set<PersonColumn> columns = EnumSet.noneOf(PersonColumn.class);
        UserChanges.between(before.orElse(null), after)
                .forEach(change -> PersonColumn.ofKey(change.field()).ifPresent(columns::add));
        if (teams > 0) {
            columns.add(PersonColumn.TEAMS);
        }
        boolean sameFirst = before.map(User::organisation).equals(Optional.of(after.organisation()))
                || (before.isEmpty() && after.organisation().isEmpty());
        if (!sameFirst
                || !ids(had, organisations).isEmpty()
                || !ids(organisations, had).isEmpty()) {
            columns.add(PersonColumn.ORGANISATIONS);
        }
        if (before.isEmpty()) {
            columns.add(PersonColumn.EXTERNAL_ID);
        }
        return columns;
    }
}
