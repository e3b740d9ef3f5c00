package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.AddAbsence;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.AssignmentHistory;
import io.tikit.api.routing.Assignments;
import io.tikit.api.routing.QueueState;
import io.tikit.api.routing.RemoveAbsence;
import io.tikit.api.routing.RouteTeam;
import io.tikit.api.routing.RoutedTeam;
import io.tikit.api.routing.Routing;
import io.tikit.api.routing.RoutingExplanation;
import io.tikit.api.routing.RoutingProgress;
import io.tikit.api.routing.RoutingSimulation;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.SimulateRouting;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.access.Access;
import io.tikit.core.access.Candidates;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Routing for one caller. */
final class RoutingService implements Routing {
    private static final int MOST_ABSENCES = 100;

    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final Supplier<Instant> now;
    private final TeamHours hours;
    private final QueueReads queues;
    private final Simulator simulator;

    RoutingService(
            Supplier<Session> session,
            Pipeline pipeline,
            Reader reader,
            Supplier<Instant> now,
            TeamHours hours,
            QueueReads queues,
            Simulator simulator) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.now = now;
        this.hours = hours;
        this.queues = queues;
        this.simulator = simulator;
    }

    @Override
    public RoutingExplanation explain(TicketId ticket) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket found = Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            Access.require(who, Permission.NOTE_READ, found);
            TicketView.requireShown(who, found, TicketFields.TEAM.key());
            TicketView.requireShown(who, found, TicketFields.ASSIGNEE.key());
            RoutingExplanation why = RoutingPast.explain(unit, ticket);
            return Candidates.areShown(who, found) ? why : withoutOthers(why);
        });
    }

    private static RoutingExplanation withoutOthers(RoutingExplanation why) {
        return new RoutingExplanation(
                why.ticket(),
                why.team(),
                why.agent()
                        .map(chosen -> new RoutingExplanation.ByStrategy(
                                chosen.agent(),
                                chosen.reason(),
                                chosen.setup(),
                                Map.of(),
                                chosen.event(),
                                chosen.at())));
    }

    @Override
    public AssignmentHistory history(TicketId ticket) {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> {
            Ticket found = Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            Access.require(who, Permission.NOTE_READ, found);
            TicketView.requireShown(who, found, TicketFields.TEAM.key());
            TicketView.requireShown(who, found, TicketFields.ASSIGNEE.key());
            AssignmentPast past = new AssignmentPast(hours.of(unit));
            RoutingPast.events(unit, ticket, past::next);
            return past.end(ticket, now.get());
        });
    }

    @Override
    public Page<TicketSummary> queue(TeamId team, PageRequest page) {
        return queues.page(session.get(), team, page);
    }

    @Override
    public QueueState queueState(TeamId team) {
        return queues.state(session.get(), team);
    }

    @Override
    public RoutingSimulation simulate(SimulateRouting question, Predicate<RoutingProgress> goOn) {
        return simulator.simulate(session.get(), question, goOn);
    }

    @Override
    public Agent update(UpdateAgent command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Agent present(SetPresence command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Optional<Agent> agent(UserId user) {
        Session who = session.get();
        return sees(who, user)
                ? reader.read(
                        who.tenant(),
                        unit -> unit.routing().findAll(Set.of(user)).stream().findFirst())
                : Optional.empty();
    }

    private static boolean sees(Session who, UserId user) {
        return who.user().filter(user::equals).isPresent() || Access.may(who, Permission.PEOPLE_SEE);
    }

    @Override
    public Absence absent(AddAbsence command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public boolean absent(RemoveAbsence command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public List<Absence> absences(UserId user) {
        Session who = session.get();
        return sees(who, user)
                ? reader.read(who.tenant(), unit -> unit.routing().absences(Set.of(user), now.get(), MOST_ABSENCES))
                : List.of();
    }

    @Override
    public Assignments assignments() {
        return new AssignmentService(session, pipeline);
    }

    @Override
    public RoutedTeam route(TeamId team) {
        return pipeline.execute(session.get(), new RouteTeam(team));
    }
}
