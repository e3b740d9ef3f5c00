package io.tikit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.event.Event;
import io.tikit.api.page.PageRequest;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Rounds of killing a node and looking at what is left. */
final class CrashRounds {
    /** How many acknowledged commands at most before a node is killed. */
    private static final int LATEST = 250;

    private final Store store;
    private final Path heard;
    private final Random random;
    private int acknowledged;

    CrashRounds(Store store, long seed) {
        this.store = store;
        this.heard = store.home().resolve("heard.txt");
        this.random = new Random(seed);
    }

    int acknowledged() {
        return acknowledged;
    }

    void run(int rounds) throws IOException, InterruptedException {
        Files.createDirectories(store.home());
        for (int round = 0; round < rounds; round++) {
            Acknowledged acks = crash(Integer.toString(round), 1 + random.nextInt(LATEST));
            acknowledged += acks.count;
            check(Integer.toString(round), acks);
        }
    }

    /** What the node said was done. */
    private static final class Acknowledged {
        final Map<String, Integer> values = new HashMap<>();
        final Set<String> replied = new LinkedHashSet<>();
        int count;

        void read(String line) {
            String[] parts = line.split(" ", -1);
            count++;
            switch (parts[0]) {
                case "C" -> values.put(parts[1], 0);
                case "U" -> values.put(parts[1], Integer.parseInt(parts[2]));
                case "R" -> replied.add(parts[1]);
                default -> throw new IllegalStateException("the node said " + line);
            }
        }
    }

    private Acknowledged crash(String round, int after) throws IOException, InterruptedException {
        Path errors = store.home().resolve("errors-" + round + ".txt");
        Process node = ChildNode.start(store, round, heard, errors);
        Acknowledged acks = new Acknowledged();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.US_ASCII))) {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c != '\n') {
                    line.append((char) c);
                    continue;
                }
                acks.read(line.toString().strip());
                line.setLength(0);
                if (acks.count == after) {
                    // Not through the process itself, which would also close the stream that still holds lines.
                    node.toHandle().destroyForcibly();
                }
            }
        } finally {
            node.destroyForcibly();
            assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(acks.count)
                .as("the node ended by itself: %s", Files.readString(errors))
                .isGreaterThanOrEqualTo(after);
        return acks;
    }

    private void check(String round, Acknowledged acks) throws IOException {
        try (Tikit tikit = store.open(new Greeter())) {
            TenantId tenant = tikit.tenants().find("acme").orElseThrow();
            Desk admin = tikit.as(Caller.of(tenant, Workload.ADA));
            Hearing.start(admin, heard);
            // Once for what the node left behind, and once more for what the consumers wrote when they were told of it.
            awaitDelivery(tikit);
            awaitDelivery(tikit);
            Map<String, TicketSummary> tickets = tickets(admin, round);
            assertThat(tickets.keySet()).containsAll(acks.values.keySet());
            Map<String, String> events = new LinkedHashMap<>();
            for (String id : tickets.keySet()) {
                checkTicket(admin, new TicketId(java.util.UUID.fromString(id)), acks, events);
            }
            events.keySet().removeAll(Hearing.heard(heard));
            assertThat(events).as("events that the subscription did not hear").isEmpty();
            checkIndex(admin, round, tickets, acks);
        }
    }

    private static void awaitDelivery(Tikit tikit) {
        boolean delivered = tikit.operations().awaitDelivery(Duration.ofSeconds(60));
        assertThat(delivered).as("delivery after the crash: %s", tikit.health()).isTrue();
    }

    private static Map<String, TicketSummary> tickets(Desk admin, String round) {
        var customer = admin.people().userBySubject(Workload.customer(round).subject());
        Map<String, TicketSummary> tickets = new HashMap<>();
        if (customer.isEmpty()) {
            return tickets;
        }
        TicketQuery query = TicketQuery.where(
                        TicketFields.REQUESTER.is(customer.get().id()))
                .size(500);
        for (var page = admin.tickets().list(query); ; ) {
            page.items().forEach(ticket -> tickets.put(ticket.id().toString(), ticket));
            if (page.next().isEmpty()) {
                return tickets;
            }
            page = admin.tickets().list(query.after(page.next().get()));
        }
    }

    /** Nothing acknowledged is missing, nothing is half there, and the once-only effect happened once. */
    private static void checkTicket(Desk admin, TicketId id, Acknowledged acks, Map<String, String> events) {
        Ticket ticket = admin.tickets().get(id);
        List<Event> history =
                admin.tickets().history(id, PageRequest.first(100)).items();
        List<Entry> entries =
                admin.conversations().entries(id, PageRequest.first(100)).items();
        history.forEach(event -> events.put(event.id().toString(), event.type() + " at " + event.at()));
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).revision()).isEqualTo(i + 1L);
        }
        assertThat(ticket.revision().value()).isEqualTo(history.size());
        assertThat(entries.stream().map(Entry::id).toList())
                .containsExactlyInAnyOrderElementsOf(history.stream()
                        .flatMap(event -> event.entry().stream())
                        .toList());
        assertThat(entries.stream().filter(e -> e.body().equals(Greeter.NOTE))).hasSize(1);
        assertThat(entries.stream().filter(e -> e.kind() == EntryKind.DESCRIPTION))
                .hasSize(1);
        long replies = entries.stream().filter(e -> e.kind() == EntryKind.REPLY).count();
        assertThat(replies).isBetween(acks.replied.contains(id.toString()) ? 1L : 0L, 1L);
        int value = Integer.parseInt(ticket.subject().substring("value-".length()));
        int known = acks.values.getOrDefault(id.toString(), 0);
        assertThat(value).isBetween(known, known + 1);
    }

    private static void checkIndex(Desk admin, String round, Map<String, TicketSummary> tickets, Acknowledged acks) {
        if (tickets.isEmpty()) {
            return;
        }
        var customer =
                admin.people().userBySubject(Workload.customer(round).subject()).orElseThrow();
        Map<String, Long> counts = admin.search().counts(TicketFields.REQUESTER.is(customer.id()), "type");
        assertThat(counts).isEqualTo(Map.of("QUESTION", (long) tickets.size()));
        acks.replied.stream().limit(20).forEach(id -> {
            TicketId ticket = new TicketId(java.util.UUID.fromString(id));
            String word = "word" + ticket.value().getLeastSignificantBits();
            assertThat(admin.search().tickets(SearchQuery.of(word)).items())
                    .extracting(hit -> hit.ticket().id())
                    .contains(ticket);
        });
    }
}
