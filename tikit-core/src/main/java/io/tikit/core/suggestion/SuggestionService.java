package io.tikit.core.suggestion;

import io.tikit.api.access.Permission;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.suggestion.AcceptSuggestion;
import io.tikit.api.suggestion.BacktestReport;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.RejectSuggestion;
import io.tikit.api.suggestion.SuggestionId;
import io.tikit.api.suggestion.Suggestions;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Suggestions for one caller. */
public final class SuggestionService implements Suggestions {
    private static final int MOST_TICKETS = 5_000;
    private static final int FEWEST_TICKETS = 10;

    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final History history;

    public SuggestionService(Supplier<Session> session, Pipeline pipeline, Reader reader, History history) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.history = history;
    }

    @Override
    public List<FieldSuggestion> of(TicketId ticket) {
        Session who = session.get();
        Access.require(who, Permission.SUGGESTION_SEE);
        return reader.read(who.tenant(), unit -> {
            Ticket seen = Access.requireVisible(who, ticket, unit.tickets().find(ticket));
            Access.require(who, Permission.SUGGESTION_SEE, seen);
            Set<String> hidden = TicketView.hidden(who, seen);
            return SuggestionPast.of(unit, ticket).suggestions().stream()
                    .filter(one -> !hidden.contains(one.id().field()))
                    .toList();
        });
    }

    @Override
    public Ticket accept(SuggestionId suggestion) {
        Session who = session.get();
        return TicketView.shown(who, pipeline.execute(who, new AcceptSuggestion(suggestion)));
    }

    @Override
    public Ticket reject(SuggestionId suggestion, String reason) {
        Session who = session.get();
        return TicketView.shown(who, pipeline.execute(who, new RejectSuggestion(suggestion, reason)));
    }

    @Override
    public BacktestReport backtest(Set<String> fields, int last) {
        Session who = administrator();
        requireBetween(FEWEST_TICKETS, last);
        return history.backtest(who.tenant(), Set.copyOf(fields), last);
    }

    @Override
    public int learn(int last) {
        Session who = administrator();
        requireBetween(1, last);
        return history.teach(who.tenant(), last);
    }

    @Override
    public void forget(TicketId ticket) {
        history.forget(administrator().tenant(), ticket);
    }

    private Session administrator() {
        Session who = session.get();
        // Sums over all tickets tell of those that are not seen.
        Access.requireSeesEverything(who, Permission.CONFIGURATION);
        return who;
    }

    private static void requireBetween(int least, int last) {
        if (last < least || last > MOST_TICKETS) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    new Violation(
                            "last",
                            "out_of_range",
                            "must be from " + least + " to " + MOST_TICKETS + ", not " + last,
                            Map.of("least", least, "most", MOST_TICKETS, "value", last)));
        }
    }
}
