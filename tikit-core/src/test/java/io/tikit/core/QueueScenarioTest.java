package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Person;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.error.InvalidException;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.User;
import io.tikit.api.routing.QueueState;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.tck.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People see the queue of a team as it is routed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueScenarioTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final ManualClock clock = ManualClock.at(MONDAY);
    private final ThisThreadsStatements statements = new ThisThreadsStatements();
    private DeskFixture desk;
    private User ann;
    private User bob;
    private Team team;
    private final List<Ticket> tickets = new ArrayList<>();

    /** An hour of waiting counts as much as a step of priority. */
    @BeforeAll
    void open() {
        desk = new DeskFixture(builder -> builder.clock(clock).dataSource(statements.dataSource()));
        ann = agent("Ann");
        bob = agent("Bob");
        team = desk.admin.people().createTeam(CreateTeam.of("Network", ann.id(), bob.id()));
        desk.admin.routing().update(UpdateAgent.of(ann.id(), 5));
        create("low and old", Priority.LOW, 0);
        create("critical and new", Priority.CRITICAL, 170);
        create("high", Priority.HIGH, 5);
        create("medium", Priority.MEDIUM, 5);
        create("as old as low", Priority.LOW, 0);
        create("taken", Priority.CRITICAL, 0);
        desk.as(ann).routing().assignments().take(TakeTicket.of(tickets.get(5).id()));
        desk.admin
                .tickets()
                .create(CreateTicket.of("elsewhere", desk.emily.id()).withTeam(desk.hardware.id()));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private User agent(String name) {
        return desk.admin.people().createUser(new CreateUser(Person.of(name, name + "@acme.example"), Role.AGENT));
    }

    private void create(String subject, Priority priority, int minutesLater) {
        clock.advance(Duration.ofMinutes(minutesLater));
        tickets.add(desk.admin
                .tickets()
                .create(CreateTicket.of(subject, desk.emily.id())
                        .withTeam(team.id())
                        .withPriority(priority)));
    }

    private static List<String> subjects(Page<TicketSummary> page) {
        return page.items().stream().map(TicketSummary::subject).toList();
    }

    @Test
    void whatWaitsIsListedInTheOrderOfRoutingPageByPage() {
        // LOW at 0; CRITICAL at 170 less 180; HIGH at 175 less 120; MEDIUM at 180 less 60; LOW at 180.
        List<String> order = List.of("critical and new", "low and old", "high", "medium", "as old as low");
        assertThat(subjects(desk.as(bob).routing().queue(team.id(), PageRequest.first(10))))
                .isEqualTo(order);
        List<String> walked = new ArrayList<>();
        PageRequest next = PageRequest.first(2);
        while (walked.size() <= order.size()) {
            statements.take();
            Page<TicketSummary> page = desk.as(bob).routing().queue(team.id(), next);
            assertThat(statements.take().stream().filter(sql -> sql.contains("tikit_ticket")))
                    .as("one for each priority")
                    .hasSize(4);
            walked.addAll(subjects(page));
            if (page.next().isEmpty()) {
                break;
            }
            next = PageRequest.first(2).after(page.next().get());
        }
        assertThat(walked).isEqualTo(order);
        PageRequest ofAnother = next;
        assertThatThrownBy(() -> desk.as(bob).routing().queue(desk.hardware.id(), ofAnother))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void itIsCountedWhatWaitsWhatIsTakenAndHowFullAgentsAre() {
        statements.take();
        QueueState state = desk.as(desk.manager).routing().queueState(team.id());
        assertThat(statements.take()).as("bounded, however long the queue is").hasSizeLessThanOrEqualTo(14);
        assertThat(state)
                .isEqualTo(new QueueState(
                        team.id(),
                        5,
                        1,
                        Optional.of(MONDAY),
                        List.of(
                                new QueueState.AgentLoad(ann.id(), 1, 1, Optional.of(5)),
                                new QueueState.AgentLoad(bob.id(), 0, 0, Optional.empty()))));
    }

    @Test
    void whatMayNotBeSeenIsNeitherListedNorCounted() {
        assertThat(desk.as(desk.oscar)
                        .routing()
                        .queue(team.id(), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(desk.as(desk.oscar).routing().queueState(team.id()))
                .isEqualTo(new QueueState(team.id(), 0, 0, Optional.empty(), List.of()));
        desk.admin.configuration().save(SaveDocument.of("role", "urgent", "Urgent", """
                        {"grants": [{"effect": "allow", "actions": ["ticket.see"],
                                          "scope": "condition", "condition": "priority>=high"}]}
                        """));
        User eve = desk.admin
                .people()
                .createUser(new CreateUser(Person.of("Eve", "eve@acme.example"), new Role("urgent")));
        assertThat(subjects(desk.as(eve).routing().queue(team.id(), PageRequest.first(1))))
                .containsExactly("critical and new");
        assertThat(subjects(desk.as(eve).routing().queue(team.id(), PageRequest.first(10))))
                .containsExactly("critical and new", "high");
        assertThat(desk.as(eve).routing().queueState(team.id()))
                .isEqualTo(
                        new QueueState(team.id(), 2, 1, Optional.of(MONDAY.plus(Duration.ofMinutes(170))), List.of()));
    }
}
