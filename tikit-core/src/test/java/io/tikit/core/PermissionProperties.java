package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Desk;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.Reply;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.search.SearchHit;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.tck.Requirement;
import io.tikit.tck.SampleConditions;
import io.tikit.tck.SampleData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever somebody asks, nothing is shown, counted or found that the role excludes, and nothing else is missing. */
class PermissionProperties {
    private static final List<String> WORDS =
            List.of("zorvex", "kupfer", "blenq", "ıslak", "ΣΊΣΥΦΟΣ", "naïve", "straße");
    private static final int TICKETS = 40;
    private static final int QUESTIONS = 12;

    /** Somebody who asks, and what the role shows, worked out by hand. */
    private record Asker(String name, Desk desk, Predicate<Ticket> sees, boolean notes) {}

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"REQ-SF-002", "REQ-UM-001"})
    void nothingIsShownThatTheRoleExcludes(@ForAll long seed) {
        SampleData data = SampleData.of(seed);
        try (DeskFixture desk = new DeskFixture()) {
            List<Ticket> tickets = filled(desk, data.random());
            Map<EntryId, Entry> entries = new HashMap<>();
            for (Ticket ticket : tickets) {
                desk.admin
                        .conversations()
                        .entries(ticket.id(), PageRequest.first(100))
                        .items()
                        .forEach(entry -> entries.put(entry.id(), entry));
            }
            SampleConditions samples = new SampleConditions(data, tickets, SampleConditions.BUILT_IN);
            for (Asker asker : askers(desk)) {
                hidden("seed " + seed + ", " + asker.name() + " asks for hidden words", asker, tickets, entries);
                for (int i = 0; i < QUESTIONS; i++) {
                    Condition where = samples.next(3);
                    String label = "seed " + seed + ", " + asker.name() + " asks " + where;
                    compare(label, asker, where, people(desk), tickets);
                    search(label, asker, where, data.oneOf(WORDS), tickets, entries);
                }
            }
        }
    }

    private static List<UserId> people(DeskFixture desk) {
        return List.of(desk.emily.id(), desk.oscar.id(), desk.agent.id());
    }

    private static List<Asker> askers(DeskFixture desk) {
        List<Asker> askers = new ArrayList<>();
        for (User customer : List.of(desk.emily, desk.oscar)) {
            askers.add(new Asker(
                    "a customer",
                    desk.as(customer),
                    ticket -> ticket.requester().equals(customer.id()),
                    false));
        }
        askers.add(new Asker("an agent", desk.as(desk.agent), ticket -> true, true));
        askers.add(new Asker("a manager", desk.as(desk.manager), ticket -> true, true));
        askers.add(new Asker("an agent's service", desk.service(Role.AGENT), ticket -> true, true));
        askers.add(new Asker("a customer's service", desk.service(Role.CUSTOMER), ticket -> false, false));
        askers.add(new Asker("an unknown role", desk.service(new Role("night_shift")), ticket -> false, false));
        return askers;
    }

    private static List<Ticket> filled(DeskFixture desk, Random random) {
        List<TicketId> ids = new ArrayList<>();
        List<UserId> people = people(desk);
        for (int i = 0; i < TICKETS; i++) {
            UserId requester = people.get(random.nextInt(people.size()));
            Ticket ticket = desk.admin
                    .tickets()
                    .create(CreateTicket.of(word(random) + " " + word(random), requester)
                            .withDescription(word(random))
                            .withPriority(Priority.values()[random.nextInt(Priority.values().length)]));
            ids.add(ticket.id());
            Desk agent = desk.as(desk.agent);
            switch (random.nextInt(4)) {
                case 0 -> agent.conversations().note(AddNote.to(ticket.id(), "hidden " + word(random)));
                case 1 -> agent.conversations().reply(Reply.to(ticket.id(), "open " + word(random)));
                case 2 ->
                    agent.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(Status.RESOLVED)));
                default ->
                    agent.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetTeam(desk.hardware.id())));
            }
        }
        desk.settle();
        return ids.stream().map(id -> desk.admin.tickets().get(id)).toList();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static void compare(String label, Asker asker, Condition where, List<UserId> people, List<Ticket> tickets) {
        Set<TicketId> expected = tickets.stream()
                .filter(asker.sees())
                .filter(ticket -> ConditionInterpreter.holds(where, ticket))
                .map(Ticket::id)
                .collect(Collectors.toSet());
        Condition anchored = TicketFields.REQUESTER.isIn(people).and(where);
        assertThat(walk(query -> asker.desk().tickets().list(query), anchored))
                .as(label + " in a list")
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(walk(query -> asker.desk().search().filter(query), where))
                .as(label + " in a filter")
                .containsExactlyInAnyOrderElementsOf(expected);
        long counted = asker.desk().search().counts(where, "state").values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(counted).as(label + " in counts").isEqualTo(expected.size());
    }

    private static List<TicketId> walk(Function<TicketQuery, Page<TicketSummary>> list, Condition where) {
        List<TicketId> all = new ArrayList<>();
        TicketQuery query = TicketQuery.where(where).size(17);
        while (true) {
            Page<TicketSummary> page = list.apply(query);
            page.items().forEach(ticket -> all.add(ticket.id()));
            if (page.next().isEmpty()) {
                return all;
            }
            query = query.after(page.next().get());
        }
    }

    private static void search(
            String label,
            Asker asker,
            Condition where,
            String word,
            List<Ticket> tickets,
            Map<EntryId, Entry> entries) {
        Map<TicketId, Ticket> byId = tickets.stream().collect(Collectors.toMap(Ticket::id, ticket -> ticket));
        Page<SearchHit> hits =
                asker.desk().search().tickets(SearchQuery.of(word).where(where));
        for (SearchHit hit : hits.items()) {
            Ticket ticket = byId.get(hit.ticket().id());
            assertThat(asker.sees().test(ticket) && ConditionInterpreter.holds(where, ticket))
                    .as(label + " and finds " + hit.ticket())
                    .isTrue();
            hit.highlights()
                    .forEach(highlight -> highlight.entry().ifPresent(id -> {
                        Entry entry = entries.get(id);
                        assertThat(entry.ticket()).isEqualTo(ticket.id());
                        assertThat(asker.notes() || entry.kind().isPublic())
                                .as(label + " and is shown " + entry.kind())
                                .isTrue();
                    }));
        }
    }

    /** A ticket for which only a note speaks is not found by whom notes are hidden from, in a condition neither. */
    private static void hidden(String label, Asker asker, List<Ticket> tickets, Map<EntryId, Entry> entries) {
        Set<TicketId> inNotes = entries.values().stream()
                .filter(entry -> !entry.kind().isPublic() && entry.body().contains("hidden"))
                .map(Entry::ticket)
                .collect(Collectors.toSet());
        assertThat(inNotes).as(label).isNotEmpty().hasSizeLessThan(tickets.size());
        assertThat(walk(query -> asker.desk().search().filter(query), Condition.words("hidden")))
                .as(label)
                .containsExactlyInAnyOrderElementsOf(asker.notes() ? inNotes : Set.of());
    }
}
