package io.tikit.core.ticket;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.FieldChange;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.workflow.Circumstances;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.StatusMove;
import io.tikit.core.workflow.Workflow;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides what a ticket becomes. Pure: the same ticket, changes, workflows and time give the same decision.
 */
public final class TicketDecider {
    static final int MOST_FIELDS = 100;

    private static final List<String> RECORDED = List.of(
            TicketFields.SUBJECT.key(),
            TicketFields.TYPE.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.STATUS.key(),
            TicketFields.STATE.key(),
            TicketFields.REQUESTER.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key());

    private TicketDecider() {}

    /**
     * What a ticket becomes.
     *
     * @param after the ticket with the changes; its revision and times are those of the ticket before
     * @param changes what differs, by field
     */
    public record Decision(Ticket after, List<FieldChange> changes) {
        public boolean isEmpty() {
            return changes.isEmpty();
        }
    }

    /** Decides on a new ticket: a draft with the defaults, changed as the command says. */
    public static Ticket create(TicketSummary.Builder draft, List<TicketChange> changes, Lifecycle lifecycle) {
        Ticket changed = applied(blank(draft, changes, lifecycle), changes, lifecycle);
        TicketSummary summary = changed.summary();
        return new Ticket(
                summary.toBuilder()
                        .resolvedAt(summary.state().isOpen() ? null : summary.createdAt())
                        .build(),
                changed.fields());
    }

    /** A new ticket before anything is said of it: where the workflow of its type begins. */
    static Ticket blank(TicketSummary.Builder draft, List<TicketChange> changes, Lifecycle lifecycle) {
        TicketType type = TicketType.QUESTION;
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetType set) {
                type = set.value();
            }
        }
        Workflow workflow = lifecycle.of(type);
        TicketSummary blank = draft.type(type)
                .priority(Priority.MEDIUM)
                .status(workflow.initial(), workflow.state(workflow.initial()).orElse(State.NEW))
                .build();
        return new Ticket(blank, Map.of());
    }

    /** Decides on a change of a ticket at an instant. */
    public static Decision update(Ticket before, List<TicketChange> changes, Lifecycle lifecycle, Instant at) {
        Ticket changed = applied(before, changes, lifecycle);
        TicketSummary old = before.summary();
        TicketSummary summary = changed.summary();
        Optional<Instant> resolved =
                summary.state().isOpen() ? Optional.empty() : old.resolvedAt().or(() -> Optional.of(at));
        Ticket after =
                new Ticket(summary.toBuilder().resolvedAt(resolved.orElse(null)).build(), changed.fields());
        return new Decision(after, differences(before, after));
    }

    /** The ticket at its next revision. */
    public static Ticket advanced(Ticket ticket, Instant at) {
        TicketSummary summary = ticket.summary();
        return new Ticket(
                summary.toBuilder()
                        .times(summary.createdAt(), at)
                        .revision(summary.revision().next())
                        .build(),
                ticket.fields());
    }

    private static Ticket applied(Ticket ticket, List<TicketChange> changes, Lifecycle lifecycle) {
        StatusMove move = StatusMove.of(ticket, changes, lifecycle);
        TicketSummary.Builder summary = ticket.summary().toBuilder().status(move.target(), move.state());
        Map<String, FieldValue> fields = new HashMap<>(ticket.fields());
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetSubject set) {
                summary.subject(set.value());
            } else if (change instanceof TicketChange.SetType set) {
                summary.type(set.value());
            } else if (change instanceof TicketChange.SetPriority set) {
                summary.priority(set.value());
            } else if (change instanceof TicketChange.SetRequester set) {
                summary.people(set.value(), ticket.summary().submitter().orElse(null));
            } else if (change instanceof TicketChange.SetTeam set) {
                summary.team(set.value());
            } else if (change instanceof TicketChange.ClearTeam) {
                summary.team(null);
            } else if (change instanceof TicketChange.SetAssignee set) {
                summary.assignee(set.value());
            } else if (change instanceof TicketChange.ClearAssignee) {
                summary.assignee(null);
            } else if (change instanceof TicketChange.SetCategory set) {
                summary.category(set.value());
            } else if (change instanceof TicketChange.ClearCategory) {
                summary.category(null);
            } else if (change instanceof TicketChange.SetOrganisation set) {
                summary.organisation(set.value());
            } else if (change instanceof TicketChange.ClearOrganisation) {
                summary.organisation(null);
            } else if (change instanceof TicketChange.SetField set) {
                fields.put(set.key(), set.value());
            } else if (change instanceof TicketChange.ClearField clear) {
                fields.remove(clear.key());
            }
        }
        if (move.state() != State.PENDING) {
            // Only what waits wakes.
            fields.remove(TicketChange.PENDING_UNTIL);
        }
        return new Ticket(summary.build(), fields);
    }

    /** What an event records of a new ticket; that its state is new goes without saying. */
    static List<FieldChange> created(Ticket ticket) {
        List<FieldChange> changes = new ArrayList<>();
        for (String key : keys(ticket, ticket)) {
            if (key.equals(TicketFields.STATE.key()) && ticket.state() == State.NEW) {
                continue;
            }
            TicketFieldCatalog.value(ticket, key)
                    .ifPresent(value -> changes.add(new FieldChange(key, Optional.empty(), Optional.of(value))));
        }
        return changes;
    }

    private static List<FieldChange> differences(Ticket before, Ticket after) {
        List<FieldChange> changes = new ArrayList<>();
        for (String key : keys(before, after)) {
            Optional<FieldValue> old = TicketFieldCatalog.value(before, key);
            Optional<FieldValue> present = TicketFieldCatalog.value(after, key);
            if (!Objects.equals(old, present)) {
                changes.add(new FieldChange(key, old, present));
            }
        }
        return changes;
    }

    private static List<String> keys(Ticket before, Ticket after) {
        TreeSet<String> custom = new TreeSet<>(Comparator.naturalOrder());
        before.fields().keySet().forEach(key -> custom.add(TicketFields.CUSTOM_PREFIX + key));
        after.fields().keySet().forEach(key -> custom.add(TicketFields.CUSTOM_PREFIX + key));
        List<String> keys = new ArrayList<>(RECORDED);
        keys.addAll(custom);
        return keys;
    }

    private static void wakeUp(Ticket after, List<TicketChange> changes, Violations found) {
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetField set && set.key().equals(TicketChange.PENDING_UNTIL)) {
                if (!(set.value() instanceof FieldValue.Moment)) {
                    found.add(
                            set.field(),
                            "wrong_type",
                            "a ticket waits until an instant",
                            Map.of(
                                    "wanted",
                                    "instant",
                                    "given",
                                    set.value().getClass().getSimpleName()));
                } else if (after.state() != State.PENDING) {
                    found.add(set.field(), "not_pending", "only a ticket that waits can wake up later");
                }
            }
        }
    }

    /**
     * Checks a decision against the workflow and the limits of a ticket. What the engine itself keeps in custom fields never
     * stops a change.
     *
     * @param before the ticket as it was; for a new one the blank
     */
    static void check(
            Ticket before,
            Ticket after,
            List<TicketChange> changes,
            Lifecycle lifecycle,
            Circumstances circumstances,
            Violations found) {
        StatusMove.of(before, changes, lifecycle).check(after, lifecycle, circumstances, found);
        wakeUp(after, changes, found);
        boolean adds = changes.stream()
                .anyMatch(change -> change instanceof TicketChange.SetField set
                        && !before.fields().containsKey(set.key()));
        if (adds && after.fields().size() > MOST_FIELDS) {
            found.add(
                    "fields",
                    "too_many",
                    "a ticket has at most " + MOST_FIELDS + " custom fields",
                    Map.of("max", MOST_FIELDS));
        }
    }
}
