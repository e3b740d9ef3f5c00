package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.api.category.Category;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.condition.Condition;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.event.SubscriptionStart;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.LinkTickets;
import io.tikit.api.link.UnlinkTickets;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.ReleaseTicket;
import io.tikit.api.routing.SimulateRouting;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.suggestion.SuggestionId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketQuery;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Every method by which something of a ticket leaves the desk is known, and keeps to who may see the ticket. */
class TicketExitProperties {
    /** Whether a desk tells of a ticket by this exit. A refusal tells nothing. */
    private interface Exit {
        boolean tells(Desk desk, Sample sample) throws IOException;
    }

    /** A ticket with a file on a reply and one on a note. */
    private record Sample(Ticket ticket, AttachmentId open, AttachmentId inNote, String word, UserId writer) {
        TicketId id() {
            return ticket.id();
        }
    }

    /** Somebody whose role has one scope, and perhaps a denied one. */
    private record Asker(User user, Desk desk, String role, Predicate<Ticket> sees) {}

    private static final String OF_THE_DESK = "{\"effect\":\"allow\",\"actions\":[\"events.listen\",\"timer.change\","
            + "\"configuration.*\",\"agents.change\",\"login.look_after\",\"people.see\"]}";

    private static final PageRequest PAGE = PageRequest.first(100);

    /** What shows a ticket to whoever sees it. */
    private static final Map<String, Exit> SHOWING = new LinkedHashMap<>();

    /** What needs more than seeing, and tells nobody who does not see. */
    private static final Map<String, Exit> GUARDED = new LinkedHashMap<>();

    /** What tells of the desk as a whole, and those alone who see all of it. */
    private static final Map<String, Exit> WHOLE = new LinkedHashMap<>();

    static {
        SHOWING.put(
                "Forms.model/1",
                (desk, s) ->
                        desk.forms().model(UpdateTicket.of(s.id())).fields().size() > 1);
        SHOWING.put(
                "Tickets.actionsFor/1",
                (desk, s) -> !desk.tickets().actionsFor(s.id()).isEmpty());
        SHOWING.put(
                "Tickets.get/1", (desk, s) -> desk.tickets().get(s.id()).id().equals(s.id()));
        SHOWING.put("Tickets.find/1", (desk, s) -> desk.tickets().find(s.id()).isPresent());
        SHOWING.put(
                "Tickets.findByNumber/1",
                (desk, s) -> desk.tickets().findByNumber(s.ticket().number()).isPresent());
        SHOWING.put(
                "Tickets.list/1",
                (desk, s) -> has(
                        desk.tickets()
                                .list(TicketQuery.where(TicketFields.REQUESTER.is(
                                                s.ticket().requester()))
                                        .size(100)),
                        s));
        SHOWING.put(
                "Tickets.history/2",
                (desk, s) -> !desk.tickets().history(s.id(), PAGE).items().isEmpty());
        SHOWING.put(
                "Tickets.asOf/2",
                (desk, s) -> desk.tickets()
                        .asOf(s.id(), s.ticket().summary().updatedAt())
                        .isPresent());
        SHOWING.put(
                "Tickets.explain/2",
                (desk, s) -> desk.tickets().explain(s.id(), "priority").value().isPresent());
        SHOWING.put(
                "Conversations.entries/2",
                (desk, s) -> !desk.conversations().entries(s.id(), PAGE).items().isEmpty());
        SHOWING.put(
                "Conversations.htmlWithImages/2",
                (desk, s) -> desk.conversations()
                        .htmlWithImages(
                                s.id(),
                                desk.conversations()
                                        .entries(s.id(), PAGE)
                                        .items()
                                        .get(0)
                                        .id())
                        .contains("See"));
        SHOWING.put(
                "Attachments.list/2",
                (desk, s) -> !desk.attachments().list(s.id(), PAGE).items().isEmpty());
        SHOWING.put(
                "Attachments.get/1",
                (desk, s) -> desk.attachments().get(s.open()).id().equals(s.open()));
        SHOWING.put(
                "Attachments.find/1",
                (desk, s) -> desk.attachments().find(s.open()).isPresent());
        SHOWING.put("Attachments.open/1", (desk, s) -> read(desk.attachments().open(s.open())));
        SHOWING.put("Attachments.open/3", (desk, s) -> read(desk.attachments().open(s.open(), 0, 2)));
        SHOWING.put(
                "Search.tickets/1",
                (desk, s) -> desk.search().tickets(SearchQuery.of(s.word())).items().stream()
                        .anyMatch(hit -> hit.ticket().id().equals(s.id())));
        SHOWING.put(
                "Search.filter/1",
                (desk, s) -> has(
                        desk.search()
                                .filter(TicketQuery.where(Condition.always()).size(100)),
                        s));
        SHOWING.put(
                "Search.counts/2",
                (desk, s) ->
                        desk
                                        .search()
                                        .counts(
                                                TicketFields.REQUESTER.is(
                                                        s.ticket().requester()),
                                                "state")
                                        .values()
                                        .stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                > 0);
        GUARDED.put(
                "Attachments.inNote",
                (desk, s) -> desk.attachments().find(s.inNote()).isPresent());
        GUARDED.put("Suggestions.of/1", (desk, s) -> desk.suggestions().of(s.id()) != null);
        GUARDED.put(
                "Suggestions.accept/1",
                (desk, s) -> desk.suggestions().accept(new SuggestionId(s.id(), "priority", 1)) != null);
        GUARDED.put(
                "Suggestions.reject/2",
                (desk, s) -> desk.suggestions().reject(new SuggestionId(s.id(), "priority", 1), "no") != null);
        GUARDED.put("Routing.explain/1", (desk, s) -> desk.routing().explain(s.id()) != null);
        GUARDED.put(
                "Routing.queue/2",
                (desk, s) -> s.ticket().team().isPresent()
                        && has(desk.routing().queue(s.ticket().team().get(), PAGE), s));
        GUARDED.put("Routing.history/1", (desk, s) -> desk.routing().history(s.id()) != null);
        GUARDED.put(
                "Assignments.assign/1",
                (desk, s) -> desk.routing()
                                .assignments()
                                .assign(AssignTicket.to(s.id(), s.ticket().requester()))
                        != null);
        GUARDED.put(
                "Assignments.assign/2",
                (desk, s) -> desk
                        .routing()
                        .assignments()
                        .assign(List.of(AssignTicket.to(s.id(), s.ticket().requester())), progress -> true)
                        .stream()
                        .anyMatch(outcome -> outcome.assigned().isPresent()));
        GUARDED.put(
                "Assignments.take/1", (desk, s) -> desk.routing().assignments().take(TakeTicket.of(s.id())) != null);
        GUARDED.put(
                "Assignments.release/1",
                (desk, s) -> desk.routing().assignments().release(ReleaseTicket.of(s.id())) != null);
        GUARDED.put("Tickets.metrics/1", (desk, s) -> desk.tickets().metrics(s.id()) != null);
        GUARDED.put("Conversations.reply/1", (desk, s) -> desk.conversations().reply(Reply.to(s.id(), "Hm")) != null);
        GUARDED.put("Conversations.note/1", (desk, s) -> desk.conversations().note(AddNote.to(s.id(), "Hm")) != null);
        GUARDED.put(
                "Routing.queueState/1",
                (desk, s) -> s.ticket().team().isPresent()
                        && desk.routing().queueState(s.ticket().team().get()).waiting()
                                > desk.routing()
                                        .queue(s.ticket().team().get(), PAGE)
                                        .items()
                                        .size());
        WHOLE.put(
                "Routing.simulate/2",
                (desk, s) -> desk.routing()
                                .simulate(
                                        SimulateRouting.of(
                                                Instant.EPOCH,
                                                s.ticket().summary().updatedAt()),
                                        progress -> true)
                        != null);
        GUARDED.put(
                "Events.activity/2",
                (desk, s) -> desk.events().activity(s.writer(), PAGE).items().stream()
                        .anyMatch(event -> event.ticket().equals(Optional.of(s.id()))));
        WHOLE.put("Events.subscribe/2", (desk, s) -> {
            desk.events().subscribe(SubscriptionSpec.live(), event -> {}).close();
            return true;
        });
        WHOLE.put("Events.subscriptions/0", (desk, s) -> desk.events().subscriptions() != null);
        WHOLE.put(
                "Events.moveSubscription/2",
                (desk, s) -> desk.events().moveSubscription("exits", SubscriptionStart.beginning()) != null);
        WHOLE.put("Events.deadLetters/2", (desk, s) -> desk.events().deadLetters("exits", PAGE) != null);
        WHOLE.put("Timers.find/2", (desk, s) -> desk.timers().find("none", "none") != null);
        WHOLE.put("Timers.about/1", (desk, s) -> desk.timers().about(s.id().value()) != null);
        SHOWING.put("Links.of/1", (desk, s) -> desk.links().of(s.id()) != null);
        GUARDED.put(
                "Links.link/1",
                (desk, s) -> another(desk, s)
                        .filter(one -> desk.links().link(LinkTickets.of(one, LinkKind.RELATED, s.id())) != null)
                        .isPresent());
        GUARDED.put(
                "Links.unlink/1",
                (desk, s) -> another(desk, s)
                        .filter(one -> desk.links().unlink(UnlinkTickets.of(one, LinkKind.RELATED, s.id())))
                        .isPresent());
        // Both sides of a conflict are told to those alone who see the ticket.
        GUARDED.put("Tickets.update/1", (desk, s) -> {
            try {
                return desk.tickets()
                                .update(new UpdateTicket(
                                        s.id(),
                                        Optional.of(Revision.FIRST),
                                        List.of(new TicketChange.SetSubject("Mine")),
                                        Optional.empty()))
                        != null;
            } catch (ConflictException e) {
                return true;
            }
        });
    }

    private static boolean has(Page<TicketSummary> page, Sample sample) {
        return page.items().stream().anyMatch(one -> one.id().equals(sample.id()));
    }

    /** Another ticket that the caller sees. */
    private static Optional<TicketId> another(Desk desk, Sample sample) {
        return desk.search().filter(TicketQuery.where(Condition.always()).size(2)).items().stream()
                .map(TicketSummary::id)
                .filter(id -> !id.equals(sample.id()))
                .findFirst();
    }

    private static boolean read(InputStream stream) throws IOException {
        try (stream) {
            return stream.read() >= 0;
        }
    }

    private static boolean tells(Exit exit, Desk desk, Sample sample) throws IOException {
        try {
            return exit.tells(desk, sample);
        } catch (NotFoundException | NotPermittedException | InvalidException e) {
            return false;
        }
    }

    /** Whoever adds a way out says here how it is held to the permissions. */
    @Test
    void everyMethodOfADeskIsKnown() {
        Set<String> found = new TreeSet<>();
        List<Class<?>> services = new ArrayList<>(Arrays.stream(Desk.class.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .toList());
        services.add(io.tikit.api.routing.Assignments.class);
        assertThat(services).hasSizeGreaterThan(15);
        for (Class<?> service : services) {
            for (Method method : service.getMethods()) {
                String name = service.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
                if (TicketExits.WITH_TICKETS.contains(service.getSimpleName())) {
                    found.add(name);
                } else {
                    assertThat(TicketExits.OF_TICKETS
                                    .matcher(method.getGenericReturnType().getTypeName())
                                    .find())
                            .as(name + " tells of tickets; list it with its service")
                            .isFalse();
                }
            }
        }
        Set<String> known = new TreeSet<>(TicketExits.OTHERWISE);
        known.addAll(SHOWING.keySet());
        known.addAll(GUARDED.keySet());
        known.addAll(WHOLE.keySet());
        known.remove("Attachments.inNote");
        assertThat(found).isEqualTo(known);
    }

    @Test
    @Requirement({"REQ-UM-001", "REQ-UM-002", "REQ-UM-003"})
    void everyExitKeepsToWhoSees() throws IOException {
        noExitTellsWhoDoesNotSee(20_261_123);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noExitTellsWhoDoesNotSee(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("tikit-exits");
        try (DeskFixture desk = new DeskFixture(builder -> builder.setting("attachments.folder", folder.toString()))) {
            ask(desk, seed);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void ask(DeskFixture desk, long seed) throws IOException {
        Random random = new Random(seed);
        Category top = desk.admin.categories().create(CreateCategory.of("Top"));
        Category below = desk.admin.categories().create(CreateCategory.below(top.id(), "Below"));
        List<Organisation> organisations = List.of(
                desk.admin
                        .organisations()
                        .create(CreateOrganisation.of("Shares").withSharedTickets()),
                desk.admin.organisations().create(CreateOrganisation.of("Keeps")));
        List<User> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            User one = desk.admin.people().createUser(CreateUser.of("R" + i, "r" + i + "@exits.example"));
            if (i < 2) {
                desk.admin
                        .organisations()
                        .change(ChangeMembership.join(organisations.get(i).id(), one.id()));
            }
            people.add(one);
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            samples.add(sample(desk, people.get(random.nextInt(4)), random.nextBoolean() ? top : below, i, random));
        }
        desk.admin
                .events()
                .subscribe(SubscriptionSpec.durable("exits"), event -> {})
                .close();
        desk.settle();
        TenantId other = desk.tikit.tenants().createIfAbsent("other", Person.of("Eve", "eve@other.example"));
        Desk stranger = desk.tikit.as(Caller.of(other, Person.of("Eve", "eve@other.example")));
        List<Asker> askers = askers(desk, top, below, organisations, random);
        for (Sample sample : samples) {
            for (Asker asker : askers) {
                boolean sees = asker.sees().test(sample.ticket());
                for (Map.Entry<String, Exit> exit : SHOWING.entrySet()) {
                    // Sums and searches are of several tickets; they tell whoever sees one of the requester's.
                    boolean told = exit.getKey().equals("Search.counts/2")
                            ? samples.stream()
                                    .filter(s -> s.ticket()
                                            .requester()
                                            .equals(sample.ticket().requester()))
                                    .anyMatch(s -> asker.sees().test(s.ticket()))
                            : sees;
                    assertThat(tells(exit.getValue(), asker.desk(), sample))
                            .as("seed " + seed + ": " + exit.getKey() + " to " + asker.role())
                            .isEqualTo(told);
                }
            }
            for (Exit exit : Stream.concat(SHOWING.values().stream(), GUARDED.values().stream())
                    .toList()) {
                assertThat(tells(exit, stranger, sample)).as("another tenant").isFalse();
            }
        }
        Map<String, Exit> held = new LinkedHashMap<>(GUARDED);
        held.putAll(WHOLE);
        for (Asker asker : askers) {
            for (Sample sample : samples) {
                if (!asker.sees().test(sample.ticket())) {
                    for (Map.Entry<String, Exit> exit : held.entrySet()) {
                        assertThat(tells(exit.getValue(), asker.desk(), sample))
                                .as("seed " + seed + ": " + exit.getKey() + " to " + asker.role())
                                .isFalse();
                    }
                }
            }
        }
    }

    private static Sample sample(DeskFixture desk, User requester, Category category, int i, Random random) {
        String word = "zorvex" + i;
        CreateTicket create = CreateTicket.of("About " + word, requester.id()).withCategory(category.id());
        Ticket ticket =
                desk.admin.tickets().create(random.nextBoolean() ? create.withTeam(desk.hardware.id()) : create);
        UserId writer = desk.admin.people().me().orElseThrow().id();
        AttachmentId open = stage(desk.admin);
        AttachmentId inNote = stage(desk.admin);
        desk.admin.conversations().reply(Reply.to(ticket.id(), "See the file").withAttachment(open));
        desk.admin.conversations().note(AddNote.to(ticket.id(), "And this").withAttachment(inNote));
        desk.admin.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("More of " + word)));
        return new Sample(desk.admin.tickets().get(ticket.id()), open, inNote, word, writer);
    }

    private static AttachmentId stage(Desk desk) {
        return desk.attachments()
                .stage("a.txt", "text/plain", new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private static List<Asker> askers(
            DeskFixture desk, Category top, Category below, List<Organisation> organisations, Random random) {
        Map<String, BiPredicate<Ticket, User>> scopes = new LinkedHashMap<>();
        scopes.put("\"scope\":\"category\",\"category\":\"" + top.id() + "\"", (t, me) -> true);
        scopes.put(
                "\"scope\":\"category\",\"category\":\"" + top.id() + "\",\"below\":false",
                (t, me) -> t.category().equals(Optional.of(top.id())));
        scopes.put(
                "\"scope\":\"category\",\"category\":\"" + below.id() + "\"",
                (t, me) -> t.category().equals(Optional.of(below.id())));
        Set<Object> both = organisations.stream().map(Organisation::id).collect(Collectors.toSet());
        scopes.put(
                "\"scope\":\"organisation\"",
                (t, me) -> t.organisation().filter(both::contains).isPresent());
        scopes.put(
                "\"scope\":\"shared\"",
                (t, me) ->
                        t.organisation().equals(Optional.of(organisations.get(0).id())));
        List<Map.Entry<String, BiPredicate<Ticket, User>>> all = List.copyOf(scopes.entrySet());
        List<Asker> askers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Map.Entry<String, BiPredicate<Ticket, User>> gives = all.get(i);
            Map.Entry<String, BiPredicate<Ticket, User>> takes = all.get(random.nextInt(all.size()));
            boolean denies = random.nextBoolean() && !takes.equals(gives);
            String body = "{\"grants\":[{\"effect\":\"allow\",\"actions\":[\"ticket.*\",\"note.*\",\"suggestion.see\"],"
                    + gives.getKey() + "}"
                    + "," + OF_THE_DESK
                    + (denies ? ",{\"effect\":\"deny\",\"actions\":[\"ticket.see\"]," + takes.getKey() + "}" : "")
                    + "]}";
            desk.admin.configuration().save(SaveDocument.of("role", "exit_" + i, "Exit", body));
            User user = desk.admin
                    .people()
                    .createUser(
                            CreateUser.of("A" + i, "a" + i + "@asks.example").withRole(new Role("exit_" + i)));
            organisations.forEach(one -> desk.admin.organisations().change(ChangeMembership.join(one.id(), user.id())));
            askers.add(new Asker(
                    user,
                    desk.as(user),
                    body,
                    t -> gives.getValue().test(t, user)
                            && !(denies && takes.getValue().test(t, user))));
        }
        return askers;
    }
}
