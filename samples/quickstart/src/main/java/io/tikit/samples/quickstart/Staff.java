package io.tikit.samples.quickstart;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.People;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Invented people: who works at the desk, and who asks when the file does not say. */
final class Staff {
    static final Person MANAGER = person("Ada", "Moreau");
    private static final Person DISPATCHER = person("Dana", "Petrov");
    private static final List<Person> AGENTS = List.of(
            person("Ben", "Adeyemi"),
            person("Chloe", "Martin"),
            person("Deniz", "Kaya"),
            person("Elif", "Schmidt"),
            person("Farid", "Haddad"),
            person("Greta", "Olsen"));
    private static final List<String> FIRST_NAMES = List.of("Hana", "Igor", "Julia", "Kofi", "Leila");
    private static final List<String> LAST_NAMES = List.of("Novak", "Perez", "Quinn", "Rossi", "Sato");

    private final UserId dispatcher;
    private final List<UserId> agents;
    private final Map<String, TeamId> teams;
    private final Map<Person, UserId> customers = new ConcurrentHashMap<>();

    private Staff(UserId dispatcher, List<UserId> agents, Map<String, TeamId> teams) {
        this.dispatcher = dispatcher;
        this.agents = agents;
        this.teams = teams;
    }

    /** Makes people and teams known to the desk, unless an earlier run did. Each team has two agents. */
    static Staff hire(Tikit tikit, TenantId tenant, Iterable<String> teamNames) {
        People people = tikit.as(Caller.of(tenant, MANAGER)).people();
        List<UserId> agents = AGENTS.stream().map(agent -> hire(people, agent)).toList();
        Map<String, TeamId> teams = new HashMap<>();
        for (String name : teamNames) {
            UserId first = agents.get(teams.size() % agents.size());
            UserId second = agents.get((teams.size() + 1) % agents.size());
            Team team = people.teamByName(name).orElseGet(() -> people.createTeam(CreateTeam.of(name, first, second)));
            teams.put(name, team.id());
        }
        return new Staff(hire(people, DISPATCHER), agents, teams);
    }

    private static UserId hire(People people, Person person) {
        return people.userBySubject(person.subject())
                .orElseGet(() -> people.createUser(new CreateUser(person, Role.AGENT)))
                .id();
    }

    UserId dispatcher() {
        return dispatcher;
    }

    Optional<TeamId> team(TicketRow row) {
        return Optional.ofNullable(teams.get(row.team()));
    }

    /** The agent who happens to take this ticket. */
    UserId agent(TicketRow row) {
        return agents.get(row.chance(agents.size()));
    }

    /** Who the desk knows a customer as; asked once for each. */
    UserId idOf(Person customer, Desk desk) {
        return customers.computeIfAbsent(
                customer, person -> desk.people().me().orElseThrow().id());
    }

    /** The same customer for the same number. */
    static Person customer(int number) {
        String first = FIRST_NAMES.get(Math.floorMod(number, FIRST_NAMES.size()));
        String last = LAST_NAMES.get(Math.floorMod(number / FIRST_NAMES.size(), LAST_NAMES.size()));
        return person(first, last);
    }

    private static Person person(String first, String last) {
        return Person.of(first + " " + last, (first + "." + last + "@corp.example").toLowerCase(Locale.ROOT));
    }
}
