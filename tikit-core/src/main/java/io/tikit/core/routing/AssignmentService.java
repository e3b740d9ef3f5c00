package io.tikit.core.routing;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.TeamId;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.AssignmentOutcome;
import io.tikit.api.routing.Assignments;
import io.tikit.api.routing.ReleaseTicket;
import io.tikit.api.routing.RoutingProgress;
import io.tikit.api.routing.TakeNext;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Assignments by hand for one caller. */
final class AssignmentService implements Assignments {
    private final Supplier<Session> session;
    private final Pipeline pipeline;

    AssignmentService(Supplier<Session> session, Pipeline pipeline) {
        this.session = session;
        this.pipeline = pipeline;
    }

    @Override
    public Ticket assign(AssignTicket command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public List<AssignmentOutcome> assign(List<AssignTicket> commands, Predicate<RoutingProgress> goOn) {
        List<AssignTicket> all = List.copyOf(commands);
        if (all.size() > MOST_TOGETHER) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "commands",
                            "too_many",
                            "at most " + MOST_TOGETHER + " tickets at once, not " + all.size(),
                            Map.of("max", MOST_TOGETHER)));
        }
        List<AssignmentOutcome> outcomes = new ArrayList<>();
        int refused = 0;
        for (AssignTicket command : all) {
            AssignmentOutcome outcome = one(command);
            outcomes.add(outcome);
            refused += outcome.refusal().isPresent() ? 1 : 0;
            if (!goOn.test(new RoutingProgress(outcomes.size(), refused, all.size()))) {
                break;
            }
        }
        return List.copyOf(outcomes);
    }

    private AssignmentOutcome one(AssignTicket command) {
        try {
            // The session is settled anew, so that somebody who may no longer do so does not go on.
            return new AssignmentOutcome(command.ticket(), Optional.of(assign(command)), Optional.empty());
        } catch (UnavailableException e) {
            throw e;
        } catch (TikitException e) {
            return new AssignmentOutcome(command.ticket(), Optional.empty(), Optional.of(e));
        }
    }

    @Override
    public Ticket take(TakeTicket command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Optional<Ticket> takeNext(TeamId team) {
        return pipeline.execute(session.get(), new TakeNext(team));
    }

    @Override
    public Ticket release(ReleaseTicket command) {
        return pipeline.execute(session.get(), command);
    }
}
