package io.tikit.core.suggestion;

import io.tikit.api.Command;
import io.tikit.api.conversation.Text;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.interceptor.Interceptors;
import io.tikit.core.pipeline.Preparation;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.reference.References;
import io.tikit.core.text.Composed;
import io.tikit.core.ticket.TicketDecider;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.spi.classification.Suggestion;
import io.tikit.spi.classification.TicketText;
import io.tikit.spi.condition.TicketFieldCatalog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the interceptors about each command, then the classifier about new tickets, for the fields that nobody has given,
 * and at last the host about references. Whatever becomes of classifier and host, the ticket is made.
 */
@Singleton
final class SuggestingPreparation implements Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(SuggestingPreparation.class);

    private final Interceptors interceptors;
    private final Suggester suggester;
    private final References references;
    private final Snapshots snapshots;
    private final Policies policies;
    private final Lifecycles lifecycles;
    private final Time time;
    private final Reader reader;

    @Inject
    SuggestingPreparation(
            Interceptors interceptors,
            Suggester suggester,
            References references,
            Snapshots snapshots,
            Policies policies,
            Lifecycles lifecycles,
            Time time,
            Reader reader) {
        this.interceptors = interceptors;
        this.suggester = suggester;
        this.references = references;
        this.snapshots = snapshots;
        this.policies = policies;
        this.lifecycles = lifecycles;
        this.time = time;
        this.reader = reader;
    }

    @Override
    public boolean isEmpty() {
        return interceptors.isEmpty() && suggester.isEmpty() && references.isEmpty();
    }

    @Override
    public Learned ask(Session session, Command<?> command, Predicate<List<TicketChange>> takes, Violations refusals) {
        Learned known = asked(session, command, takes, refusals);
        return references.isEmpty()
                ? known
                : with(
                        known,
                        new Learned(references.ask(session.tenant(), command, known.added(), refusals), List.of()));
    }

    private Learned asked(
            Session session, Command<?> command, Predicate<List<TicketChange>> takes, Violations refusals) {
        Learned said = interceptors.isEmpty() ? Learned.NOTHING : interceptors.ask(session, command, takes, refusals);
        if (suggester.isEmpty() || !(command instanceof CreateTicket create) || !refusals.isEmpty()) {
            return said;
        }
        Policies.Book book = policies.of(snapshots.recent(session.tenant()));
        if (book.isEmpty()) {
            return said;
        }
        try {
            return with(said, suggested(session, create, said, book));
        } catch (RuntimeException e) {
            LOG.warn("nothing is suggested for a new ticket: {}", e.getClass().getSimpleName(), e);
            return with(said, new Learned(List.of(SuggestionFacts.skipped(suggester.source(), "failure")), List.of()));
        }
    }

    private static Learned with(Learned first, Learned second) {
        List<Fact> facts = new ArrayList<>(first.facts());
        facts.addAll(second.facts());
        List<TicketChange> added = new ArrayList<>(first.added());
        added.addAll(second.added());
        return new Learned(facts, added);
    }

    private Learned suggested(Session session, CreateTicket create, Learned said, Policies.Book book) {
        List<TicketChange> given = new ArrayList<>(create.changes());
        given.addAll(said.added());
        Map<String, Policies.Ready> asked = new HashMap<>(book.of(draft(session, create, given), time.instant()));
        given.forEach(change -> asked.remove(change.field()));
        if (asked.isEmpty()) {
            return Learned.NOTHING;
        }
        Optional<List<Suggestion>> answer = suggester.about(
                session.tenant(),
                new TicketText(create.subject(), Composed.plain(new Text(create.format(), create.description()))),
                asked.keySet());
        if (answer.isEmpty()) {
            return new Learned(List.of(SuggestionFacts.skipped(suggester.source(), "failure")), List.of());
        }
        List<Fact> facts = new ArrayList<>();
        List<TicketChange> added = new ArrayList<>();
        Map<String, Integer> ranks = new HashMap<>();
        Set<String> values = new HashSet<>();
        for (Suggestion one : answer.get()) {
            Policies.Ready policy = asked.get(one.field());
            Optional<TicketChange> change = SuggestedValues.change(
                    one.field(),
                    one.value(),
                    book.snapshot(),
                    id -> reader.read(session.tenant(), unit -> SuggestedValues.isInUse(unit, id)));
            int rank = ranks.getOrDefault(one.field(), 0) + 1;
            if (policy == null
                    || change.isEmpty()
                    || rank > SuggestionFacts.MOST
                    || one.confidence() * 100 < policy.policy().show()
                    || !values.add(one.field() + "=" + one.value())) {
                continue;
            }
            ranks.put(one.field(), rank);
            facts.add(SuggestionFacts.suggested(suggester.source(), rank, one));
            if (rank == 1
                    && policy.policy().apply().isPresent()
                    && one.confidence() * 100 >= policy.policy().apply().getAsInt()) {
                added.add(change.get());
                facts.add(new Fact(
                        suggester.source(),
                        "set." + one.field(),
                        TicketFieldCatalog.value(draft(session, create, List.of(change.get())), one.field())));
                facts.add(SuggestionFacts.appliedBy(one.field(), policy.key()));
            }
        }
        return new Learned(facts, added);
    }

    /** The ticket as it would be, without what rules and defaults of others do to it. */
    private Ticket draft(Session session, CreateTicket create, List<TicketChange> changes) {
        Instant now = time.instant();
        return TicketDecider.create(
                TicketSummary.builder()
                        .identity(new TicketId(new UUID(0, 0)), 0)
                        .subject(create.subject())
                        .people(create.requester(), session.user().orElse(null))
                        .times(now, now),
                changes,
                lifecycles.recent(session.tenant()));
    }
}
