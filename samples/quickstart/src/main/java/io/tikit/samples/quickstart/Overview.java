package io.tikit.samples.quickstart;

import io.tikit.api.Desk;
import io.tikit.api.condition.Condition;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.search.SearchHit;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a support manager wants to see.
 *
 * @param byStatus how many tickets by the key of the status
 * @param byTeam how many tickets by the name of the team
 * @param byPriority how many tickets by priority, the most urgent first
 * @param oldestOpen the tickets that have waited longest
 * @param search a full-text search and the best matches
 */
record Overview(
        Map<String, Long> byStatus,
        Map<String, Long> byTeam,
        Map<String, Long> byPriority,
        List<Waiting> oldestOpen,
        Search search) {
    static final String NO_TEAM = "(no team)";
    private static final int MOST = 10;
    private static final int MOST_FOUND = 5;
    private static final String QUERY = "password";

    /**
     * An open ticket.
     *
     * @param number such as TIK-1
     * @param opened when
     * @param priority how soon it wants attention
     * @param status where it stands
     * @param team who should look at it
     * @param subject what it is about
     */
    record Waiting(String number, Instant opened, Priority priority, String status, String team, String subject) {}

    /**
     * A search.
     *
     * @param query what for
     * @param hits what was found, the best first
     */
    record Search(String query, List<Hit> hits) {}

    /**
     * A match.
     *
     * @param number of the ticket
     * @param subject of the ticket
     * @param highlights pieces of text with what was found in square brackets
     */
    record Hit(String number, String subject, List<String> highlights) {}

    static Overview of(Desk desk) {
        List<Team> teams = teams(desk);
        Map<String, Long> byPriority = new LinkedHashMap<>();
        Map<String, Long> priorities = desk.search().counts(Condition.always(), TicketFields.PRIORITY.key());
        for (Priority priority : List.of(Priority.CRITICAL, Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            byPriority.put(priority.name(), priorities.getOrDefault(priority.name(), 0L));
        }
        Map<String, Long> byTeam = new LinkedHashMap<>();
        desk.search()
                .counts(Condition.always(), TicketFields.TEAM.key())
                .forEach((id, count) -> byTeam.put(name(teams, id), count));
        return new Overview(
                desk.search().counts(Condition.always(), TicketFields.STATUS.key()),
                byTeam,
                byPriority,
                oldestOpen(desk, teams),
                search(desk));
    }

    /** A list is that of a team, an assignee or a requester; so the oldest of all are the oldest of all queues. */
    private static List<Waiting> oldestOpen(Desk desk, List<Team> teams) {
        Stream<Condition> queues = Stream.concat(
                teams.stream().map(team -> TicketFields.TEAM.is(team.id())), Stream.of(TicketFields.TEAM.isAbsent()));
        return queues.map(queue -> TicketQuery.where(queue.and(TicketFields.STATUS.isOpen()))
                        .size(MOST))
                .flatMap(query -> desk.tickets().list(query).items().stream())
                .sorted(Comparator.comparing(TicketSummary::createdAt).thenComparing(TicketSummary::serial))
                .limit(MOST)
                .map(ticket -> new Waiting(
                        ticket.number(),
                        ticket.createdAt(),
                        ticket.priority(),
                        ticket.status().key(),
                        ticket.team().map(id -> name(teams, id.toString())).orElse(NO_TEAM),
                        ticket.subject()))
                .toList();
    }

    private static Search search(Desk desk) {
        List<Hit> hits = new ArrayList<>();
        for (SearchHit hit :
                desk.search().tickets(SearchQuery.of(QUERY).size(MOST_FOUND)).items()) {
            List<String> highlights = hit.highlights().stream()
                    .map(highlight -> highlight.marked("[", "]"))
                    .toList();
            hits.add(new Hit(hit.ticket().number(), hit.ticket().subject(), highlights));
        }
        return new Search(QUERY, hits);
    }

    private static List<Team> teams(Desk desk) {
        List<Team> teams = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
        while (request.isPresent()) {
            PageRequest current = request.get();
            Page<Team> page = desk.people().teams(current);
            teams.addAll(page.items());
            request = page.next().map(current::after);
        }
        return teams;
    }

    private static String name(List<Team> teams, String id) {
        return teams.stream()
                .filter(team -> !id.isEmpty() && team.id().equals(TeamId.of(id)))
                .map(Team::name)
                .findFirst()
                .orElse(NO_TEAM);
    }
}
