package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.LinkTickets;
import io.tikit.api.link.Links;
import io.tikit.api.link.TicketLink;
import io.tikit.api.link.UnlinkTickets;
import io.tikit.api.page.PageRequest;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links between tickets: what they may be, who sees them, who waits and who follows. */
class LinkScenarioTest {
    private DeskFixture fixture;
    private Desk agent;

    @BeforeEach
    void open() {
        fixture = new DeskFixture();
        agent = fixture.as(fixture.agent);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private TicketId ticket(String subject) {
        return fixture.ticket(subject).id();
    }

    private TicketLink link(TicketId from, LinkKind kind, TicketId to) {
        return agent.links().link(LinkTickets.of(from, kind, to));
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.key())
                                .containsExactly(key));
    }

    private Ticket resolve(TicketId id) {
        return agent.tickets().update(UpdateTicket.of(id, new TicketChange.SetStatus(Status.RESOLVED)));
    }

    @Test
    void aLinkIsSeenFromBothEndsAndIsInBothHistories() {
        TicketId incident = ticket("No network on floor 3");
        TicketId problem = ticket("Switch 3 fails");
        LinkTickets command =
                LinkTickets.of(incident, LinkKind.CAUSED_BY, problem).withKey(IdempotencyKey.of("host", "1"));
        TicketLink link = agent.links().link(command);
        assertThat(agent.links().link(command)).isEqualTo(link);
        assertThat(link(incident, LinkKind.CAUSED_BY, problem)).isEqualTo(link);
        assertThat(agent.links().of(incident)).containsExactly(link);
        assertThat(agent.links().of(problem)).containsExactly(link);
        assertThat(link.other(problem)).isEqualTo(incident);

        assertThat(agent.links().unlink(UnlinkTickets.of(incident, LinkKind.CAUSED_BY, problem)))
                .isTrue();
        UnlinkTickets again =
                UnlinkTickets.of(incident, LinkKind.CAUSED_BY, problem).withKey(IdempotencyKey.of("host", "2"));
        assertThat(agent.links().unlink(again)).isFalse();
        assertThat(agent.links().unlink(again)).isFalse();
        assertThat(agent.links().of(problem)).isEmpty();
        for (TicketId end : List.of(incident, problem)) {
            List<Event> events =
                    agent.tickets().history(end, PageRequest.first(10)).items();
            assertThat(events)
                    .extracting(Event::type)
                    .containsExactly(EventTypes.TICKET_CREATED, EventTypes.TICKET_LINKED, EventTypes.TICKET_UNLINKED);
            TicketId other = end.equals(incident) ? problem : incident;
            assertThat(events.get(1).changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.after()).contains(new FieldValue.Id(other.value())));
        }
    }

    @Test
    void linksWithoutDirectionAreOneWhicheverWayTheyAreGiven() {
        TicketId one = ticket("One");
        TicketId two = ticket("Two");
        assertThat(link(one, LinkKind.RELATED, two)).isEqualTo(link(two, LinkKind.RELATED, one));
        assertThat(agent.links().of(one)).hasSize(1);
        link(one, LinkKind.DUPLICATE, two);
        assertThat(agent.links().of(two)).hasSize(2);
        assertThat(agent.links().unlink(UnlinkTickets.of(two, LinkKind.RELATED, one)))
                .isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        List<TicketId> chain = new ArrayList<>();
        for (int i = 0; i <= Links.DEEPEST; i++) {
            chain.add(ticket("Ticket " + i));
        }
        refused("same_ticket", () -> link(chain.get(0), LinkKind.RELATED, chain.get(0)));
        for (int i = 1; i < Links.DEEPEST; i++) {
            link(chain.get(i), LinkKind.PARENT, chain.get(i - 1));
        }
        refused("circle", () -> link(chain.get(0), LinkKind.PARENT, chain.get(Links.DEEPEST - 1)));
        refused("circle", () -> link(chain.get(0), LinkKind.PARENT, chain.get(1)));
        refused("linked_already", () -> link(chain.get(2), LinkKind.PARENT, chain.get(7)));
        refused("too_deep", () -> link(chain.get(Links.DEEPEST), LinkKind.PARENT, chain.get(Links.DEEPEST - 1)));
        // Another kind knows nothing of these chains.
        link(chain.get(0), LinkKind.CAUSED_BY, chain.get(5));
        link(chain.get(0), LinkKind.CAUSED_BY, chain.get(6));
    }

    @Test
    void onlyThoseWhoWorkOnBothTicketsLinkThemAndOthersSeeWhatTheyMaySee() {
        TicketId emilys = ticket("Emily's");
        Desk emily = fixture.as(fixture.emily);
        TicketId oscars = fixture.as(fixture.oscar)
                .tickets()
                .create(CreateTicket.of("Oscar's", fixture.oscar.id()))
                .id();
        TicketId second = ticket("Emily's second");
        assertThatThrownBy(() -> emily.links().link(LinkTickets.of(emilys, LinkKind.RELATED, second)))
                .isInstanceOf(NotPermittedException.class);
        link(emilys, LinkKind.RELATED, oscars);
        TicketLink own = link(second, LinkKind.DUPLICATE, emilys);
        assertThat(emily.links().of(emilys)).containsExactly(own);
        assertThatThrownBy(() -> emily.links().of(oscars)).isInstanceOf(NotFoundException.class);
        assertThat(emily.tickets().history(emilys, PageRequest.first(10)).items())
                .extracting(Event::type)
                .containsExactly(EventTypes.TICKET_CREATED);
        refused("field_not_readable", () -> emily.tickets().explain(emilys, LinkKind.RELATED.field()));
    }

    @Test
    void aParentWaitsForItsChildrenUnlessTheDeskWantsItOtherwise() {
        TicketId parent = ticket("Move to the new office");
        TicketId desks = ticket("Move the desks");
        TicketId phones = ticket("Move the phones");
        link(desks, LinkKind.PARENT, parent);
        link(phones, LinkKind.PARENT, parent);
        refused("children_open", () -> resolve(parent));
        resolve(desks);
        refused("children_open", () -> resolve(parent));
        resolve(phones);
        assertThat(resolve(parent).state()).isEqualTo(State.RESOLVED);
        // What is over already is not held up by a child that comes back.
        agent.tickets().update(UpdateTicket.of(phones, new TicketChange.SetStatus(Status.OPEN)));
        agent.tickets().update(UpdateTicket.of(parent, new TicketChange.SetStatus(Status.CLOSED)));

        TicketId other = ticket("Another");
        link(ticket("Its child"), LinkKind.PARENT, other);
        policy("{\"parentWaits\": false}");
        assertThat(resolve(other).state()).isEqualTo(State.RESOLVED);
    }

    private void policy(String body) {
        fixture.admin.configuration().save(SaveDocument.of("link-policy", "desk", "Links", body));
    }

    @Test
    void duplicatesAndIncidentsFollowWhereTheDeskWantsIt() {
        policy("{\"follow\": [{\"kind\": \"duplicate\", \"when\": \"resolved\"},"
                + " {\"kind\": \"caused_by\", \"when\": \"resolved\"}]}");
        TicketId problem = ticket("Switch 3 fails");
        TicketId incident = ticket("No network on floor 3");
        TicketId duplicate = ticket("Network is gone, floor 3");
        TicketId stuck = ticket("Network again");
        TicketId child = ticket("Replace the cable");
        TicketId related = ticket("Old switches");
        link(incident, LinkKind.CAUSED_BY, problem);
        link(duplicate, LinkKind.DUPLICATE, incident);
        link(stuck, LinkKind.CAUSED_BY, problem);
        link(child, LinkKind.PARENT, stuck);
        link(related, LinkKind.RELATED, problem);
        Ticket resolved = resolve(problem);
        fixture.settle();
        fixture.settle();

        assertThat(state(incident)).isEqualTo(State.RESOLVED);
        assertThat(state(duplicate)).isEqualTo(State.RESOLVED);
        // This one waits for its own child, and the other link says nothing of following.
        assertThat(state(stuck)).isEqualTo(State.NEW);
        assertThat(state(related)).isEqualTo(State.NEW);
        assertThat(agent.tickets().explain(incident, "status").causes())
                .extracting(Event::subject)
                .contains(resolved.id().value());
        assertThat(fixture.tikit.health().findings()).isEmpty();
    }

    private State state(TicketId ticket) {
        return agent.tickets().get(ticket).state();
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefusedWithAllThatIsWrong() {
        assertThatThrownBy(() -> policy("{\"follow\": [{\"kind\": \"related\", \"when\": \"open\"},"
                        + " {\"kind\": \"duplicate\", \"when\": \"closed\"},"
                        + " {\"kind\": \"duplicate\", \"when\": \"closed\"}]}"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.key())
                                .contains("not_followed", "still_open", "twice"));
    }
}
