package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.Desk;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.ReleaseTicket;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.search.SearchHit;
import io.tikit.api.search.SearchQuery;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketAction;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** Whatever a role is made of, no way out tells what it excludes, and none holds back what it gives. */
class RolePermissionProperties {
    private static final List<String> WORDS = List.of("zorvex", "kupfer", "blenq");
    private static final int TICKETS = 24;
    private static final int ROLES = 5;
    private static final int QUESTIONS = 5;

    /** A line of a role, as the test understands it. */
    private record Line(boolean allow, Set<String> actions, String scope) {
        boolean holds(Ticket t, UserId me, Set<TeamId> teams) {
            return switch (scope) {
                case "all" -> true;
                case "team" -> t.team().filter(teams::contains).isPresent();
                case "requester" -> t.requester().equals(me);
                case "assignee" -> t.assignee().equals(Optional.of(me));
                default -> t.priority() == Priority.HIGH || t.priority() == Priority.CRITICAL;
            };
        }

        String json() {
            String where = switch (scope) {
                case "all", "team" -> "\"scope\":\"" + scope + "\"";
                case "requester", "assignee" -> "\"scope\":\"own\",\"as\":[\"" + scope + "\"]";
                default -> "\"scope\":\"condition\",\"condition\":\"priority>=high\"";
            };
            return "{\"effect\":\"" + (allow ? "allow" : "deny") + "\",\"actions\":"
                    + actions.stream().sorted().map(a -> '"' + a + '"').toList() + "," + where + "}";
        }
    }

    /** Somebody with a role of such lines; one field may be hidden, everywhere or where a line says. */
    private record Asker(User user, Desk desk, List<Line> lines, Optional<Line> hides, Set<TeamId> teams) {
        boolean may(String action, Ticket ticket) {
            List<Line> speak = lines.stream()
                    .filter(line -> line.actions().contains(action) && line.holds(ticket, user.id(), teams))
                    .toList();
            return speak.stream().anyMatch(Line::allow) && speak.stream().allMatch(Line::allow);
        }

        boolean sees(Ticket ticket) {
            return may("ticket.see", ticket);
        }

        boolean hides(Ticket ticket) {
            return hides.filter(line -> line.holds(ticket, user.id(), teams)).isPresent();
        }

        /** The ticket as it must be shown. */
        Ticket shown(Ticket ticket) {
            return hides(ticket)
                    ? new Ticket(ticket.summary().toBuilder().team(null).build(), java.util.Map.of())
                    : ticket;
        }
    }

    /** One try as an ordinary test, which the suites of other databases run as well. */
    @Test
    @Requirement({"REQ-UM-001", "REQ-UM-002"})
    void rolesShowWhatTheySayOnEveryWayOut() {
        nothingIsToldThatARoleExcludes(20261123);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"REQ-UM-001", "REQ-UM-002"})
    void nothingIsToldThatARoleExcludes(@ForAll long seed) {
        SampleData data = SampleData.of(seed);
        Random random = data.random();
        try (DeskFixture desk = new DeskFixture()) {
            TeamId paper = desk.admin
                    .people()
                    .createTeam(CreateTeam.of("Paper " + seed, desk.agent.id()))
                    .id();
            List<Asker> askers = new ArrayList<>();
            for (int i = 0; i < ROLES; i++) {
                askers.add(asker(desk, i, paper, seed, random));
            }
            List<UserId> people =
                    new ArrayList<>(askers.stream().map(a -> a.user().id()).toList());
            people.add(desk.emily.id());
            List<TicketId> ids = new ArrayList<>();
            for (int i = 0; i < TICKETS; i++) {
                ids.add(ticket(desk, people, paper, random));
            }
            desk.settle();
            List<Ticket> tickets =
                    ids.stream().map(id -> desk.admin.tickets().get(id)).toList();
            SampleConditions samples = new SampleConditions(data, tickets, SampleConditions.BUILT_IN);
            for (Asker asker : askers) {
                String label = "seed " + seed + ", " + asker.lines() + " hides " + asker.hides();
                for (int i = 0; i < QUESTIONS; i++) {
                    ask(label, asker, samples.next(2), people, tickets);
                }
                for (String word : WORDS) {
                    search(label, asker, word, desk, tickets);
                }
                for (Ticket ticket : tickets) {
                    read(label + " on " + ticket.team(), asker, ticket, desk);
                }
            }
            for (Asker asker : askers) {
                String label = "seed " + seed + ", " + asker.lines() + " hides " + asker.hides();
                for (TicketId id : ids.subList(8, 16)) {
                    actions(label, asker, id, desk.admin.tickets().get(id));
                }
                for (TicketId id : ids.subList(0, 8)) {
                    write(
                            "seed " + seed + ", " + asker.lines(),
                            asker,
                            desk.admin.tickets().get(id));
                }
            }
        }
    }

    private static Asker asker(DeskFixture desk, int index, TeamId paper, long seed, Random random) {
        List<Line> lines = new ArrayList<>();
        List<String> scopes = List.of("all", "team", "requester", "assignee", "urgent");
        for (int i = random.nextInt(3) + 1; i >= 0; i--) {
            Set<String> actions = new java.util.TreeSet<>(Set.of("ticket.see"));
            for (String more : List.of("note.read", "ticket.reply", "note.write", "ticket.change")) {
                if (random.nextInt(3) > 0) {
                    actions.add(more);
                }
            }
            if (random.nextInt(4) == 0) {
                actions.remove("ticket.see");
                actions.add("note.read");
            }
            lines.add(new Line(i > 0 || random.nextBoolean(), actions, scopes.get(random.nextInt(5))));
        }
        Optional<Line> hides = random.nextBoolean()
                ? Optional.of(new Line(false, Set.of(), scopes.get(random.nextInt(5))))
                : Optional.empty();
        String rules = hides.map(line -> {
                    String scope = line.json().replaceFirst("^.*?\\],", "");
                    return "{\"field\":\"team\",\"read\":\"deny\"," + scope + ",{\"field\":\"field.secret\",\"read\":"
                            + "\"deny\"," + scope;
                })
                .orElse("");
        String key = "sample_" + index;
        desk.admin
                .configuration()
                .save(SaveDocument.of(
                        "role",
                        key,
                        key,
                        "{\"grants\":" + lines.stream().map(Line::json).toList() + ",\"fields\":[" + rules + "]}"));
        User user = desk.admin
                .people()
                .createUser(CreateUser.of("U" + index, "u" + index + "@of" + Long.toUnsignedString(seed) + ".example")
                        .withRole(new Role(key)));
        boolean works =
                lines.stream().anyMatch(line -> line.allow() && line.actions().contains("ticket.change"))
                        && lines.stream()
                                .noneMatch(line -> !line.allow()
                                        && line.scope().equals("all")
                                        && line.actions().contains("ticket.change"));
        Set<TeamId> teams = works && random.nextBoolean() ? Set.of(paper) : Set.of();
        if (!teams.isEmpty()) {
            desk.admin
                    .people()
                    .updateTeam(io.tikit.api.people.UpdateTeam.of(paper).adding(user.id()));
        }
        return new Asker(user, desk.as(user), lines, hides, teams);
    }

    private static TicketId ticket(DeskFixture desk, List<UserId> people, TeamId paper, Random random) {
        CreateTicket create = CreateTicket.of(
                        word(random) + " " + word(random), people.get(random.nextInt(people.size())))
                .withDescription(word(random))
                .withPriority(Priority.values()[random.nextInt(Priority.values().length)])
                .with(new TicketChange.SetField("secret", new FieldValue.Whole(7)));
        if (random.nextInt(3) > 0) {
            create = create.withTeam(random.nextBoolean() ? paper : desk.hardware.id());
        }
        Ticket ticket = desk.admin.tickets().create(create);
        if (random.nextBoolean()) {
            desk.admin.conversations().note(AddNote.to(ticket.id(), "hidden " + word(random)));
        }
        return ticket.id();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static void ask(String label, Asker asker, Condition where, List<UserId> people, List<Ticket> tickets) {
        Condition anchored = TicketFields.REQUESTER.isIn(people).and(where);
        if (asker.hides().isPresent() && where.toString().contains("field=team")) {
            refused(label, () -> asker.desk().search().filter(TicketQuery.where(where)));
            refused(label, () -> asker.desk().tickets().list(TicketQuery.where(anchored)));
            refused(label, () -> asker.desk().search().counts(where, "state"));
            return;
        }
        List<Ticket> expected = tickets.stream()
                .filter(ticket -> asker.sees(ticket) && ConditionInterpreter.holds(where, ticket))
                .toList();
        List<TicketSummary> shown =
                expected.stream().map(ticket -> asker.shown(ticket).summary()).toList();
        assertThat(walk(query -> asker.desk().tickets().list(query), anchored))
                .as(label + " lists " + where)
                .containsExactlyInAnyOrderElementsOf(shown);
        assertThat(walk(query -> asker.desk().search().filter(query), where))
                .as(label + " filters " + where)
                .containsExactlyInAnyOrderElementsOf(shown);
        assertThat(asker.desk().search().counts(where, "priority"))
                .as(label + " counts " + where)
                .isEqualTo(expected.stream()
                        .collect(Collectors.groupingBy(t -> t.priority().name(), Collectors.counting())));
        if (asker.hides().isPresent()) {
            refused(label, () -> asker.desk().search().counts(where, "team"));
        }
    }

    private static List<TicketSummary> walk(Function<TicketQuery, Page<TicketSummary>> list, Condition where) {
        List<TicketSummary> all = new ArrayList<>();
        TicketQuery query = TicketQuery.where(where).size(7);
        while (true) {
            Page<TicketSummary> page = list.apply(query);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                return all;
            }
            query = query.after(page.next().get());
        }
    }

    /** Hits and their pieces lie in what is seen; words of notes find nothing for whom one note is hidden. */
    private static void search(String label, Asker asker, String word, DeskFixture desk, List<Ticket> tickets) {
        for (SearchHit hit : asker.desk().search().tickets(SearchQuery.of(word)).items()) {
            Ticket ticket = tickets.stream()
                    .filter(t -> t.id().equals(hit.ticket().id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(asker.sees(ticket)).as(label + " finds " + word).isTrue();
            assertThat(hit.ticket()).as(label).isEqualTo(asker.shown(ticket).summary());
            hit.highlights()
                    .forEach(piece -> piece.entry()
                            .ifPresent(id -> assertThat(entries(desk.admin, ticket.id()).stream()
                                            .filter(entry -> entry.id().equals(id))
                                            .allMatch(
                                                    entry -> entry.kind().isPublic() || asker.may("note.read", ticket)))
                                    .as(label + " highlights")
                                    .isTrue()));
        }
        Set<TicketId> inNotes = asker.desk().search().tickets(SearchQuery.of("hidden")).items().stream()
                .map(hit -> hit.ticket().id())
                .collect(Collectors.toSet());
        tickets.stream()
                .filter(ticket -> inNotes.contains(ticket.id()))
                .forEach(ticket -> assertThat(asker.sees(ticket) && asker.may("note.read", ticket))
                        .as(label + " finds by a note")
                        .isTrue());
    }

    private static List<Entry> entries(Desk desk, TicketId id) {
        return desk.conversations().entries(id, PageRequest.first(50)).items();
    }

    private static void read(String label, Asker asker, Ticket ticket, DeskFixture desk) {
        Desk as = asker.desk();
        TicketId id = ticket.id();
        Optional<Ticket> expected = asker.sees(ticket) ? Optional.of(asker.shown(ticket)) : Optional.empty();
        assertThat(as.tickets().find(id)).as(label).isEqualTo(expected);
        assertThat(as.tickets().findByNumber(ticket.number())).as(label).isEqualTo(expected);
        if (expected.isEmpty()) {
            missing(label, () -> as.tickets().get(id));
            missing(label, () -> as.tickets().history(id, PageRequest.first(5)));
            missing(label, () -> as.tickets().asOf(id, ticket.summary().updatedAt()));
            missing(label, () -> as.tickets().explain(id, "priority"));
            missing(label, () -> as.conversations().entries(id, PageRequest.first(5)));
            missing(label, () -> as.attachments().list(id, PageRequest.first(5)));
            return;
        }
        boolean notes = asker.may("note.read", ticket);
        assertThat(entries(as, id))
                .as(label)
                .isEqualTo(entries(desk.admin, id).stream()
                        .filter(entry -> notes || entry.kind().isPublic())
                        .toList());
        assertThat(as.tickets().history(id, PageRequest.first(50)).items())
                .as(label)
                .hasSameSizeAs(desk.admin.tickets().history(id, PageRequest.first(50)).items().stream()
                        .filter(event -> notes
                                || !event.type().equals(EventTypes.TICKET_NOTED)
                                || event.changes().stream()
                                        .anyMatch(change -> !(isHideable(change.field()) && asker.hides(ticket))))
                        .toList())
                .allSatisfy(
                        event -> assertThat(tells(event) && asker.hides(ticket)).isFalse());
        assertThat(as.tickets().asOf(id, ticket.summary().updatedAt()))
                .as(label)
                .isEqualTo(expected);
        if (asker.hides(ticket)) {
            refused(label, () -> as.tickets().explain(id, "field.secret"));
        } else {
            assertThat(as.tickets().explain(id, "field.secret").value()).isPresent();
        }
    }

    private static boolean tells(Event event) {
        return event.changes().stream().anyMatch(change -> isHideable(change.field()));
    }

    private static boolean isHideable(String field) {
        return field.equals("team") || field.equals("field.secret");
    }

    /** What is not seen is not found; what is seen and not permitted is refused; all else is done. */
    private static void write(String label, Asker asker, Ticket ticket) {
        Desk as = asker.desk();
        attempt(label, asker, ticket, "note.write", () -> as.conversations().note(AddNote.to(ticket.id(), "By me")));
        attempt(label, asker, ticket, "ticket.reply", () -> as.conversations().reply(Reply.to(ticket.id(), "Hello")));
        attempt(
                label,
                asker,
                ticket,
                "ticket.change",
                () -> as.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetSubject("Changed"))));
        if (asker.sees(ticket) && asker.may("ticket.change", ticket) && asker.hides(ticket)) {
            Optional<Violation> refused = catching(
                    () -> as.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.ClearField("secret"))));
            assertThat(refused).as(label).map(Violation::key).contains("field_not_writable");
        }
    }

    /** What is offered is done when it is tried, and what is not offered is refused. */
    private static void actions(String label, Asker asker, TicketId id, Ticket ticket) {
        Desk as = asker.desk();
        if (!asker.sees(ticket)) {
            missing(label, () -> as.tickets().actionsFor(id));
            return;
        }
        for (TicketAction action : as.tickets().actionsFor(id)) {
            assertThat(asker.hides(ticket) && action.target().equals("team")).isFalse();
            Ticket now = as.tickets().get(id);
            ThrowingCallable attempt = switch (action.kind()) {
                case REPLY -> () -> as.conversations().reply(Reply.to(id, "Hello"));
                case NOTE -> () -> as.conversations().note(AddNote.to(id, "Hm"));
                case TRANSITION ->
                    () -> as.tickets()
                            .update(UpdateTicket.of(id, new TicketChange.SetStatus(new Status(action.target()))));
                case TAKE -> () -> as.routing().assignments().take(TakeTicket.of(id));
                case STEAL -> () -> as.routing().assignments().take(TakeTicket.stealing(id, "It is urgent"));
                case RELEASE -> () -> as.routing().assignments().release(ReleaseTicket.of(id));
                case CHANGE -> () -> as.tickets().update(UpdateTicket.of(id, same(action.target(), now)));
            };
            // A transition from the status of before may be none from that of now.
            if (action.isEnabled() && action.kind() != TicketAction.Kind.TRANSITION) {
                assertThatCode(attempt).as(label + " " + action).doesNotThrowAnyException();
            } else if (!action.isEnabled()) {
                assertThatThrownBy(attempt)
                        .as(label + " " + action)
                        .isInstanceOfAny(NotPermittedException.class, InvalidException.class);
            } else {
                Throwable thrown = catchThrowable(attempt);
                assertThat(thrown == null || thrown instanceof InvalidException)
                        .as(label + " " + action + " gives " + thrown)
                        .isTrue();
            }
        }
    }

    /** A change that leaves the ticket where it is. */
    private static TicketChange same(String field, Ticket now) {
        return switch (field) {
            case "subject" -> new TicketChange.SetSubject(now.subject());
            case "type" -> new TicketChange.SetType(now.summary().type());
            case "priority" -> new TicketChange.SetPriority(now.priority());
            case "requester" -> new TicketChange.SetRequester(now.requester());
            case "team" ->
                now.team().<TicketChange>map(TicketChange.SetTeam::new).orElse(new TicketChange.ClearTeam());
            case "assignee" -> new TicketChange.ClearAssignee();
            case "category" -> new TicketChange.ClearCategory();
            default -> new TicketChange.ClearOrganisation();
        };
    }

    private static Optional<Violation> catching(ThrowingCallable call) {
        ThrowableAssertAlternative<InvalidException> thrown = org.assertj.core.api.Assertions.assertThatExceptionOfType(
                        InvalidException.class)
                .isThrownBy(call);
        List<Violation> found = new ArrayList<>();
        thrown.satisfies(e -> found.addAll(e.violations()));
        return found.stream().findFirst();
    }

    private static void attempt(String label, Asker asker, Ticket ticket, String action, ThrowingCallable call) {
        org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> thrown =
                org.assertj.core.api.Assertions.assertThatCode(call).as(label + " does " + action);
        if (!asker.sees(ticket) && anywhere(asker, action)) {
            thrown.isInstanceOf(NotFoundException.class);
        } else if (!asker.may(action, ticket) || !asker.sees(ticket)) {
            thrown.isInstanceOfAny(NotPermittedException.class, NotFoundException.class);
        } else {
            thrown.doesNotThrowAnyException();
        }
    }

    private static boolean anywhere(Asker asker, String action) {
        List<Line> speak = asker.lines().stream()
                .filter(line -> line.actions().contains(action))
                .toList();
        return speak.stream().anyMatch(Line::allow)
                && speak.stream()
                        .noneMatch(line -> !line.allow() && line.scope().equals("all"));
    }

    private static void missing(String label, ThrowingCallable call) {
        org.assertj.core.api.Assertions.assertThatThrownBy(call).as(label).isInstanceOf(NotFoundException.class);
    }

    private static void refused(String label, ThrowingCallable call) {
        assertThat(catching(call)).as(label).map(Violation::key).contains("field_not_readable");
    }
}
