package io.tikit.core.ticket;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import io.tikit.api.form.FormField;
import io.tikit.api.form.FormModel;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.access.TicketView;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.form.FieldChanges;
import io.tikit.core.form.FormAsker;
import io.tikit.core.form.FormBook;
import io.tikit.core.form.FormBooks;
import io.tikit.core.form.FormCheck;
import io.tikit.core.form.FormState;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.reference.References;
import io.tikit.core.tree.Forest;
import io.tikit.core.tree.Trees;
import io.tikit.core.workflow.Circumstances;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.core.workflow.StatusMove;
import io.tikit.core.workflow.Transition;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.condition.TicketFieldCatalog;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Forms on the way of tickets: the same evaluation decides on commands and is shown to hosts. What the engine itself does in
 * reaction to events and times is not held to forms.
 */
public final class TicketForms {
    private final FormBooks books;
    private final Snapshots snapshots;
    private final Trees trees;
    private final Lifecycles lifecycles;
    private final Time time;
    private final References references;

    @Inject
    TicketForms(
            FormBooks books,
            Snapshots snapshots,
            Trees trees,
            Lifecycles lifecycles,
            Time time,
            References references) {
        this.books = books;
        this.snapshots = snapshots;
        this.trees = trees;
        this.lifecycles = lifecycles;
        this.time = time;
        this.references = references;
    }

    /** Who knows what references are called. */
    public References references() {
        return references;
    }

    /**
     * Finds what the form refuses of a new ticket, and gives the changes that are its defaults.
     *
     * @param move where it goes at once, since what the way needs can be given whatever the form says
     * @param given what the caller set, which is held to the form
     * @param all these and what interceptors added, which get no default
     */
    List<TicketChange> created(
            Ticket draft,
            StatusMove move,
            List<TicketChange> given,
            List<TicketChange> all,
            Execution execution,
            Violations found) {
        Session who = execution.session();
        FormBook book = who.reaction() == null ? books.of(snapshots.of(execution)) : FormBook.EMPTY;
        if (book.isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = snapshots.of(execution);
        FormState state = book.of(draft.summary().type())
                .state(
                        Optional.empty(),
                        draft,
                        FormCheck.named(all),
                        asker(who, execution.time().instant(), snapshot, () -> trees.of(execution)),
                        changed(lifecycles.of(snapshot)));
        found.addAll(created(state.opening(needs(move), snapshot.fields()), who, given, snapshot.fields()));
        return state.defaults();
    }

    private static Set<String> needs(StatusMove move) {
        return move.transition().map(Transition::needs).map(Set::copyOf).orElse(Set.of());
    }

    private List<Violation> created(FormState state, Session who, List<TicketChange> given, FieldCatalog fields) {
        boolean complete = !state.incomplete().contains(who.caller().channel().key());
        return FormCheck.created(
                state,
                given,
                fields,
                field -> complete && refusalsOfNew(who, state.ticket(), field).isEmpty());
    }

    /** Finds what the form refuses of a change. */
    void updated(Ticket before, Ticket after, List<TicketChange> given, Execution execution, Violations found) {
        Session who = execution.session();
        if (given.isEmpty() || who.reaction() != null) {
            return;
        }
        Snapshot snapshot = snapshots.of(execution);
        FormBook book = books.of(snapshot);
        if (!book.isEmpty()) {
            FormAsker asker = asker(who, execution.time().instant(), snapshot, () -> trees.of(execution));
            found.addAll(updated(before, after, given, who, new Asked(book, asker, snapshot)));
        }
    }

    /** Where and by whom forms are asked. */
    private record Asked(FormBook book, FormAsker asker, Snapshot snapshot) {}

    private List<Violation> updated(Ticket before, Ticket after, List<TicketChange> given, Session who, Asked asked) {
        StatusMove move = StatusMove.of(before, given, lifecycles.of(asked.snapshot()));
        return FormCheck.updated(
                state(before, before, asked),
                state(before, after, asked)
                        .opening(needs(move), asked.snapshot().fields()),
                given,
                asked.snapshot().fields(),
                field -> refusalsOfOld(who, before, field, asked).isEmpty());
    }

    private FormState state(Ticket before, Ticket after, Asked asked) {
        return asked.book()
                .of(after.summary().type())
                .state(Optional.of(before), after, Set.of(), asked.asker(), changed(lifecycles.of(asked.snapshot())));
    }

    /**
     * The form of a new ticket for a caller.
     *
     * @param blank the ticket before the changes
     */
    FormModel modelOfNew(Ticket blank, Ticket draft, List<TicketChange> given, Session who, Snapshot snapshot) {
        Lifecycle lifecycle = lifecycles.of(snapshot);
        FormAsker asker = asker(who, snapshot);
        FormState state = books.of(snapshot)
                .of(draft.summary().type())
                .state(Optional.empty(), draft, FormCheck.named(given), asker, changed(lifecycle));
        List<Violation> found = new ArrayList<>(values(given, snapshot));
        StatusMove move = StatusMove.of(blank, given, lifecycle);
        found.addAll(created(state.opening(needs(move), snapshot.fields()), who, given, snapshot.fields()));
        FormState shown = demanding(state, blank, given, asker, snapshot, found);
        return model(shown, who, field -> refusalsOfNew(who, state.ticket(), field), state.ticket(), found);
    }

    /** The form of a ticket that is edited by a caller. */
    FormModel modelOf(Ticket before, Ticket after, List<TicketChange> given, Session who, Snapshot snapshot) {
        Asked asked = new Asked(books.of(snapshot), asker(who, snapshot), snapshot);
        List<Violation> found = new ArrayList<>(values(given, snapshot));
        found.addAll(updated(before, after, given, who, asked));
        FormState state = demanding(state(before, after, asked), before, given, asked.asker(), snapshot, found);
        return model(state, who, field -> refusalsOfOld(who, before, field, asked), before, found);
    }

    /** The form with what the way to another status demands, and what else speaks against that way. */
    private FormState demanding(
            FormState state,
            Ticket before,
            List<TicketChange> given,
            FormAsker asker,
            Snapshot snapshot,
            List<Violation> found) {
        Lifecycle lifecycle = lifecycles.of(snapshot);
        StatusMove move = StatusMove.of(before, given, lifecycle);
        Violations against = new Violations();
        move.check(state.ticket(), lifecycle, new Circumstances(Optional.empty(), asker.binding()), against);
        found.addAll(against.all());
        return state.requiring(needs(move), snapshot.fields());
    }

    /** What the form of a ticket says against changing a field of it, hidden ones too. */
    Function<String, List<Violation>> refusals(Ticket ticket, Session who) {
        Snapshot snapshot = snapshots.recent(who.tenant());
        FormState state = state(ticket, ticket, new Asked(books.of(snapshot), asker(who, snapshot), snapshot));
        return field -> FormCheck.refusalsOfAny(state, field, snapshot.fields());
    }

    private static FormModel model(
            FormState state,
            Session who,
            Function<String, List<Violation>> refusals,
            Ticket readable,
            List<Violation> found) {
        Set<String> hidden = TicketView.hidden(who, readable);
        List<FormField> fields = new ArrayList<>();
        state.lines().forEach((key, line) -> {
            if (line.shown() && !hidden.contains(key)) {
                List<Violation> against = new ArrayList<>(refusals.apply(key));
                against.addAll(FormCheck.refusals(state, key));
                Optional<FieldValue> value = TicketFieldCatalog.value(state.ticket(), key);
                fields.add(new FormField(
                        line.field(),
                        value,
                        Optional.empty(),
                        line.required() && against.isEmpty(),
                        line.options(),
                        against));
            }
        });
        return new FormModel(state.form(), state.version(), fields, found);
    }

    /** Values that do not fit their fields. */
    private static List<Violation> values(List<TicketChange> given, Snapshot snapshot) {
        List<Violation> found = new ArrayList<>();
        for (TicketChange change : given) {
            if (change instanceof TicketChange.SetField set) {
                found.addAll(snapshot.fields().violations(set.field(), set.key(), set.value()));
            }
        }
        return found;
    }

    private static List<Violation> refusalsOfNew(Session who, Ticket draft, String field) {
        return TicketRules.refusalsOfNew(who, draft, FieldChanges.some(field, draft));
    }

    private List<Violation> refusalsOfOld(Session who, Ticket ticket, String field, Asked asked) {
        return TicketRules.refusals(
                who,
                ticket,
                FieldChanges.some(field, ticket),
                lifecycles.of(asked.snapshot()),
                new Circumstances(Optional.empty(), asked.asker().binding()));
    }

    private static BiFunction<Ticket, List<TicketChange>, Ticket> changed(Lifecycle lifecycle) {
        return (ticket, changes) -> TicketDecider.update(
                        ticket, changes, lifecycle, ticket.summary().updatedAt())
                .after();
    }

    private FormAsker asker(Session who, Snapshot snapshot) {
        return asker(who, time.instant(), snapshot, () -> trees.recent(who.tenant()));
    }

    private static FormAsker asker(Session who, Instant now, Snapshot snapshot, Supplier<Forest> forest) {
        BiFunction<String, FieldValue, Collection<FieldValue>> subtree =
                (field, root) -> forest.get().under(snapshot.fields(), field, root);
        return new FormAsker(
                who.role(),
                () -> new Binding(
                        now, who.caller().zone(), who.user(), who.authority().teams(), snapshot.fields(), subtree));
    }
}
