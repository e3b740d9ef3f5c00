package io.tikit.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.workflow.Circumstances;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.Workflow;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any sequence of commands keeps what always holds of a ticket. */
class TicketDeciderProperties {
    private static final Circumstances NOTHING_WRITTEN = new Circumstances(Optional.empty(), () -> {
        throw new AssertionError("the default workflow has no guards");
    });
    private static final Instant START = Instant.parse("2026-03-29T00:30:00Z");

    @Property(tries = 500)
    void anySequenceKeepsTheInvariants(@ForAll("commands") List<List<TicketChange>> commands) {
        Ticket ticket = draft(List.of());
        Map<String, FieldValue> replayed = new HashMap<>();
        replayed.put(TicketFields.STATE.key(), FieldValue.Choice.of(State.NEW));
        TicketDecider.created(ticket).forEach(change -> apply(replayed, change));
        long revision = 1;
        for (int i = 0; i < commands.size(); i++) {
            Instant at = START.plusSeconds(60L * i);
            Violations found = new Violations();
            TicketDecider.Decision decision = TicketDecider.update(ticket, commands.get(i), Lifecycle.DEFAULT, at);
            TicketDecider.check(ticket, decision.after(), commands.get(i), Lifecycle.DEFAULT, NOTHING_WRITTEN, found);
            if (!found.isEmpty() || decision.isEmpty()) {
                continue;
            }
            decision.changes().forEach(change -> {
                assertThat(change.before()).isNotEqualTo(change.after());
                assertThat(change.before()).isEqualTo(Optional.ofNullable(replayed.get(change.field())));
                apply(replayed, change);
            });
            ticket = TicketDecider.advanced(decision.after(), at);
            revision++;
            assertThat(ticket.revision().value()).isEqualTo(revision);
            assertThat(Workflow.DEFAULT.state(ticket.status())).contains(ticket.state());
            assertThat(ticket.summary().resolvedAt().isPresent())
                    .isEqualTo(!ticket.state().isOpen());
            assertThat(ticket.summary().updatedAt()).isEqualTo(at);
            assertThat(ticket.summary().createdAt()).isEqualTo(START);
        }
        Ticket last = ticket;
        replayed.forEach((field, value) ->
                assertThat(TicketFieldCatalog.value(last, field)).contains(value));
    }

    @Property(tries = 200)
    void decidingTwiceGivesTheSame(@ForAll("changes") List<TicketChange> changes) {
        Ticket ticket = draft(changes);
        assertThat(draft(changes)).isEqualTo(ticket);
        assertThat(TicketDecider.update(ticket, changes, Lifecycle.DEFAULT, START))
                .satisfies(decision -> assertThat(decision.isEmpty())
                        .as("what is set already is no change: %s", decision.changes())
                        .isTrue());
    }

    private static void apply(Map<String, FieldValue> fields, FieldChange change) {
        if (change.after().isPresent()) {
            fields.put(change.field(), change.after().get());
        } else {
            fields.remove(change.field());
        }
    }

    private static Ticket draft(List<TicketChange> changes) {
        return TicketDecider.create(
                TicketSummary.builder()
                        .identity(new TicketId(new UUID(0, 1)), 1)
                        .subject("subject")
                        .people(new UserId(new UUID(0, 2)), null)
                        .times(START, START),
                changes,
                Lifecycle.DEFAULT);
    }

    @Provide
    Arbitrary<List<List<TicketChange>>> commands() {
        return changes().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<TicketChange>> changes() {
        Arbitrary<TicketChange> status = Arbitraries.of(
                        Status.OPEN, Status.PENDING, Status.IN_PROGRESS, Status.RESOLVED, Status.CLOSED)
                .map(TicketChange.SetStatus::new);
        Arbitrary<TicketChange> priority = Arbitraries.of(Priority.values()).map(TicketChange.SetPriority::new);
        Arbitrary<TicketChange> type = Arbitraries.of(TicketType.values()).map(TicketChange.SetType::new);
        Arbitrary<TicketChange> team =
                Arbitraries.longs().between(1, 3).map(n -> new TicketChange.SetTeam(new TeamId(new UUID(1, n))));
        Arbitrary<TicketChange> field = Arbitraries.of("a", "b", TicketFields.SUBJECT.key())
                .map(key -> new TicketChange.SetField(key, new FieldValue.Text(key)));
        Arbitrary<TicketChange> cleared = Arbitraries.of(
                new TicketChange.ClearTeam(), new TicketChange.ClearAssignee(), new TicketChange.ClearField("a"));
        return Arbitraries.oneOf(status, priority, type, team, field, cleared)
                .list()
                .uniqueElements(TicketChange::field)
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
