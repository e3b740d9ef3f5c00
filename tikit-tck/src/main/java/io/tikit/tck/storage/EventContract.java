package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.event.Fact;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.EventRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The log of what happened.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface EventContract extends StorageFixture {
    /** Events with every kind of actor, cause, change and fact come back as they were written. */
    @Test
    default void eventsComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "event");
        Ticket ticket = tenant.storedTicket();
        List<Event> events = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 1; i <= 30; i++) {
                Entry entry = tenant.data().entry(ticket.id(), tenant.people());
                unit.entries().insert(entry);
                Event event = anyEvent(tenant, ticket, i, entry, events);
                events.add(event);
                unit.events().insert(event);
            }
        });
        for (Event event : events) {
            Event read = tenant.read(unit -> unit.events().find(event.subject(), event.id()))
                    .orElseThrow();
            assertThat(read).isEqualTo(event);
            assertThat(read.changes()).containsExactlyElementsOf(event.changes());
            assertThat(read.facts()).containsExactlyElementsOf(event.facts());
        }
        List<EventRef> refs = events.stream().map(EventRef::of).toList();
        assertThat(tenant.list(unit -> unit.events().findAll(refs))).containsExactlyInAnyOrderElementsOf(events);
    }

    private static Event anyEvent(TestTenant tenant, Ticket ticket, int revision, Entry entry, List<Event> before) {
        List<FieldChange> changes = new ArrayList<>();
        for (int i = 0; i < revision % 7; i++) {
            Optional<FieldValue> from =
                    i % 3 == 0 ? Optional.empty() : Optional.of(tenant.data().fieldValue());
            Optional<FieldValue> to =
                    i % 3 == 1 ? Optional.empty() : Optional.of(tenant.data().fieldValue());
            changes.add(new FieldChange("field.f" + (9 - i), from, to));
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < revision % 4; i++) {
            Optional<FieldValue> value =
                    i == 2 ? Optional.empty() : Optional.of(tenant.data().fieldValue());
            facts.add(new Fact("source-" + i, "set.field.f" + i, value));
        }
        boolean caused = revision % 3 == 0 && !before.isEmpty();
        return Event.builder()
                .identity(tenant.id(), new EventId(tenant.data().id()))
                .happened(
                        revision % 4 == 0 ? "ticket.of_a_later_release" : EventTypes.TICKET_UPDATED,
                        ticket.id().value(),
                        revision)
                .by(
                        tenant.data().instant(),
                        tenant.data().actor(tenant.people()),
                        revision % 2 == 0 ? tenant.data().oneOf(tenant.people()) : null)
                .via(new Channel("web"), revision % 5 == 0 ? "" : "request \u4e16 " + "r".repeat(50))
                .cause(
                        caused ? before.get(before.size() - 1).id() : null,
                        caused && revision % 2 == 0 ? tenant.data().id() : null,
                        caused ? revision : 0)
                .entry(revision % 2 == 0 ? entry.id() : null)
                .changes(changes)
                .facts(facts)
                .configuration(revision % 4 * 1_000_000_000_000L)
                .build();
    }

    /** Events of users and teams are kept like those of tickets. */
    @Test
    default void eventsOfPeopleAreKept() {
        TestTenant tenant = TestTenant.in(storage(), "people");
        UUID user = tenant.people().get(0).value();
        Event event = Event.builder()
                .identity(tenant.id(), new EventId(tenant.data().id()))
                .happened(EventTypes.USER_UPDATED, user, 0)
                .by(TestTenant.START, new Actor.Engine("import"), null)
                .changes(List.of(new FieldChange(
                        "name",
                        Optional.of(new FieldValue.Text("n".repeat(200))),
                        Optional.of(new FieldValue.Text("")))))
                .build();
        tenant.write(unit -> unit.events().insert(event));
        assertThat(tenant.list(unit -> unit.events().page(user, Set.of(), Optional.empty(), 10)))
                .containsExactly(event);
    }

    /** The log of a subject comes in the order of revision, then id, page by page, without the bare ones of a type. */
    @Test
    default void logIsPagedInOrder() {
        TestTenant tenant = TestTenant.in(storage(), "log");
        Ticket ticket = tenant.storedTicket();
        Ticket other = tenant.storedTicket();
        List<Event> events = new ArrayList<>();
        tenant.write(unit -> {
            for (int i : List.of(5, 3, 1, 2, 2, 2, 4, 9, 300, 70)) {
                String type = i % 2 == 0 ? EventTypes.TICKET_NOTED : EventTypes.TICKET_REPLIED;
                Event event = i % 4 == 0
                        ? tenant.newEvent(type, ticket, i).withChanges(List.of())
                        : tenant.newEvent(type, ticket, i);
                events.add(event);
                unit.events().insert(event);
                unit.events().insert(tenant.newEvent(other, i));
            }
        });
        events.sort(Comparator.comparingLong(Event::revision)
                .thenComparing(event -> event.id().value(), Expect.BY_ID));
        assertThat(walk(tenant, ticket, Set.of())).containsExactlyElementsOf(events);
        List<Event> full =
                events.stream().filter(event -> !event.changes().isEmpty()).toList();
        assertThat(full).hasSizeLessThan(events.size());
        assertThat(walk(tenant, ticket, Set.of(EventTypes.TICKET_NOTED))).containsExactlyElementsOf(full);
        assertThat(walk(tenant, ticket, Set.of(EventTypes.TICKET_NOTED, EventTypes.TICKET_REPLIED)))
                .containsExactlyElementsOf(full);
        assertThat(walk(tenant, ticket, Set.of(EventTypes.TICKET_REPLIED))).containsExactlyElementsOf(events);
        assertThat(tenant.list(unit -> unit.events().since(ticket.id().value(), 2, 3)))
                .containsExactlyElementsOf(events.stream()
                        .filter(event -> event.revision() > 2)
                        .limit(3)
                        .toList());
        assertThat(tenant.list(unit -> unit.events().since(ticket.id().value(), 300, 10)))
                .isEmpty();
    }

    /** What somebody did comes latest first, page by page, each event once, whoever acted for whom. */
    @Test
    default void whatSomebodyDidIsPagedLatestFirst() {
        TestTenant tenant = TestTenant.in(storage(), "did");
        UserId somebody = tenant.people().get(0);
        UserId other = tenant.people().get(1);
        List<Event> theirs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Ticket ticket = tenant.storedTicket();
            Event own = did(tenant, ticket, new Actor.User(somebody), null);
            Event forOther = did(tenant, ticket, new Actor.User(somebody), other);
            Event byOther = did(tenant, ticket, new Actor.User(other), somebody);
            Event byService = did(tenant, ticket, new Actor.Engine("nightly"), somebody);
            Event oneself = did(tenant, ticket, new Actor.User(somebody), somebody);
            Event foreign = did(tenant, ticket, new Actor.User(other), null);
            Event engines = did(tenant, ticket, new Actor.Engine("nightly"), null);
            theirs.addAll(List.of(own, forOther, byOther, byService, oneself));
            tenant.write(unit -> List.of(own, forOther, byOther, byService, oneself, foreign, engines)
                    .forEach(unit.events()::insert));
        }
        theirs.sort(Comparator.comparing((Event event) -> event.id().value(), Expect.BY_ID)
                .reversed());
        List<Event> walked = new ArrayList<>();
        Optional<EventId> before = Optional.empty();
        for (List<Event> page = by(tenant, somebody, before); !page.isEmpty(); page = by(tenant, somebody, before)) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            walked.addAll(page);
            before = Optional.of(page.get(page.size() - 1).id());
        }
        assertThat(walked).containsExactlyElementsOf(theirs);
        TestTenant stranger = TestTenant.in(storage(), "did-not");
        assertThat(by(stranger, somebody, Optional.empty())).isEmpty();
    }

    private static List<Event> by(TestTenant tenant, UserId person, Optional<EventId> before) {
        return tenant.list(unit -> unit.events().by(person, before, 4));
    }

    private static Event did(TestTenant tenant, Ticket ticket, Actor actor, @Nullable UserId onBehalfOf) {
        return Event.builder()
                .identity(tenant.id(), new EventId(tenant.data().id()))
                .happened(EventTypes.TICKET_UPDATED, ticket.id().value(), 2)
                .by(TestTenant.START, actor, onBehalfOf)
                .build();
    }

    /** An event is found with its own subject and tenant only. */
    @Test
    default void eventBelongsToItsSubject() {
        TestTenant tenant = TestTenant.in(storage(), "event-of");
        Ticket ticket = tenant.storedTicket();
        Event event = tenant.newEvent(ticket, 2);
        tenant.write(unit -> unit.events().insert(event));
        UUID other = tenant.storedTicket().id().value();
        tenant.read(unit -> {
            assertThat(unit.events().find(other, event.id())).isEmpty();
            assertThat(unit.events()
                            .find(event.subject(), new EventId(tenant.data().id())))
                    .isEmpty();
            assertThat(unit.events().findAll(List.of(new EventRef(other, event.id()))))
                    .isEmpty();
            assertThat(unit.events().findAll(List.of())).isEmpty();
            return unit;
        });
        TestTenant stranger = TestTenant.in(storage(), "event-not");
        stranger.read(unit -> {
            assertThat(unit.events().find(event.subject(), event.id())).isEmpty();
            assertThat(unit.events().findAll(List.of(EventRef.of(event)))).isEmpty();
            assertThat(unit.events().page(event.subject(), Set.of(), Optional.empty(), 10))
                    .isEmpty();
            assertThat(unit.events().since(event.subject(), 0, 10)).isEmpty();
            return unit;
        });
    }

    private static List<Event> walk(TestTenant tenant, Ticket ticket, Set<String> without) {
        UUID subject = ticket.id().value();
        return Pages.walk(
                2,
                (Optional<Event> after) -> tenant.list(unit -> unit.events().page(subject, without, after, 2)),
                event -> event);
    }
}
