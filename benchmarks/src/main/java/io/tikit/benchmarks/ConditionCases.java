package io.tikit.benchmarks;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Questions of five comparisons each, in three forms that mean the same: a condition, plain Java and an expression of
 * JEXL. Ten shapes, as rules of a desk have them, each with ten sets of constants.
 *
 * @param condition as TIKIT has it
 * @param plain as somebody would write it by hand
 * @param expression as the library reads it, over a map of the ticket's fields
 */
@SuppressWarnings("EnumOrdinal") // the library is given ranks, which are the documented order
record ConditionCases(Condition condition, Predicate<Ticket> plain, String expression) {
    private static final int SETS = 10;

    static List<ConditionCases> all(List<UserId> people, List<TeamId> teams) {
        List<ConditionCases> cases = new ArrayList<>();
        for (int i = 0; i < SETS; i++) {
            UserId person = people.get(i % people.size());
            TeamId team = teams.get(i % teams.size());
            Priority priority = Priority.values()[i % Priority.values().length];
            TicketType type = TicketType.values()[i % TicketType.values().length];
            Instant instant = Instant.parse("2022-01-01T00:00:00Z").plusSeconds(i * 50_000_000L);
            String word = List.of("printer", "vpn", "file", "drops").get(i % 4);
            cases.addAll(queues(team, priority, instant));
            cases.addAll(people(person, team, type, instant));
            cases.addAll(texts(word, priority, type, instant));
            cases.add(numbers(i, priority, instant));
        }
        return cases;
    }

    private static List<ConditionCases> queues(TeamId team, Priority priority, Instant instant) {
        return List.of(
                new ConditionCases(
                        all(
                                TicketFields.STATUS.isOpen(),
                                TicketFields.PRIORITY.isAtLeast(priority),
                                TicketFields.TEAM.is(team),
                                TicketFields.CREATED.isBelow(instant),
                                TicketFields.ASSIGNEE.isAbsent()),
                        t -> t.state().isOpen()
                                && t.priority().compareTo(priority) >= 0
                                && t.team().filter(team::equals).isPresent()
                                && t.summary().createdAt().isBefore(instant)
                                && t.assignee().isEmpty(),
                        "state <= 3 && priority >= " + priority.ordinal() + " && team == '" + team + "' && created < "
                                + instant.toEpochMilli() + " && assignee == null"),
                new ConditionCases(
                        all(
                                TicketFields.PRIORITY.isAtLeast(priority),
                                TicketFields.STATE.isNot(State.CLOSED),
                                TicketFields.CREATED.isAtLeast(instant),
                                TicketFields.TEAM.isPresent(),
                                TicketFields.TEAM.isNot(team)),
                        t -> t.priority().compareTo(priority) >= 0
                                && t.state() != State.CLOSED
                                && !t.summary().createdAt().isBefore(instant)
                                && t.team().isPresent()
                                && !t.team().get().equals(team),
                        "priority >= " + priority.ordinal() + " && state != 5 && created >= " + instant.toEpochMilli()
                                + " && team != null && team != '" + team + "'"),
                new ConditionCases(
                        all(
                                TicketFields.UPDATED.isBelow(instant),
                                TicketFields.STATUS.isNot(Status.PENDING),
                                TicketFields.STATUS.isOpen(),
                                TicketFields.TEAM.isIn(List.of(team)),
                                TicketFields.PRIORITY.isBelow(priority)),
                        t -> t.summary().updatedAt().isBefore(instant)
                                && !t.status().equals(Status.PENDING)
                                && t.state().isOpen()
                                && t.team().filter(team::equals).isPresent()
                                && t.priority().compareTo(priority) < 0,
                        "updated < " + instant.toEpochMilli() + " && status != 'pending' && state <= 3 && team == '"
                                + team + "' && priority < " + priority.ordinal()));
    }

    private static List<ConditionCases> people(UserId person, TeamId team, TicketType type, Instant instant) {
        return List.of(
                new ConditionCases(
                        all(
                                TicketFields.ASSIGNEE.is(person),
                                TicketFields.STATUS.isOpen(),
                                TicketFields.TYPE.is(type),
                                TicketFields.UPDATED.isAbove(instant),
                                TicketFields.TEAM.is(team)),
                        t -> t.assignee().filter(person::equals).isPresent()
                                && t.state().isOpen()
                                && t.summary().type() == type
                                && t.summary().updatedAt().isAfter(instant)
                                && t.team().filter(team::equals).isPresent(),
                        "assignee == '" + person + "' && state <= 3 && type == " + type.ordinal() + " && updated > "
                                + instant.toEpochMilli() + " && team == '" + team + "'"),
                new ConditionCases(
                        any(
                                TicketFields.REQUESTER.is(person),
                                TicketFields.ASSIGNEE.is(person),
                                TicketFields.SUBMITTER.is(person),
                                TicketFields.TEAM.is(team),
                                TicketFields.CREATED.isAbove(instant)),
                        t -> t.requester().equals(person)
                                || t.assignee().filter(person::equals).isPresent()
                                || t.summary()
                                        .submitter()
                                        .filter(person::equals)
                                        .isPresent()
                                || t.team().filter(team::equals).isPresent()
                                || t.summary().createdAt().isAfter(instant),
                        "requester == '" + person + "' || assignee == '" + person + "' || submitter == '" + person
                                + "' || team == '" + team + "' || created > " + instant.toEpochMilli()),
                new ConditionCases(
                        all(
                                TicketFields.REQUESTER.isNot(person),
                                TicketFields.RESOLVED.isAbsent(),
                                TicketFields.TYPE.isNot(type),
                                TicketFields.CREATED.isAbove(instant),
                                TicketFields.ASSIGNEE.isPresent()),
                        t -> !t.requester().equals(person)
                                && t.summary().resolvedAt().isEmpty()
                                && t.summary().type() != type
                                && t.summary().createdAt().isAfter(instant)
                                && t.assignee().isPresent(),
                        "requester != '" + person + "' && resolved == null && type != " + type.ordinal()
                                + " && created > " + instant.toEpochMilli() + " && assignee != null"));
    }

    private static List<ConditionCases> texts(String word, Priority priority, TicketType type, Instant instant) {
        return List.of(
                new ConditionCases(
                        all(
                                TicketFields.STATUS.isOpen(),
                                TicketFields.CREATED.isAbove(instant),
                                new Condition.Has("subject", Condition.Place.ANYWHERE, word),
                                TicketFields.PRIORITY.isNot(priority),
                                TicketFields.TYPE.isNot(type)),
                        t -> t.state().isOpen()
                                && t.summary().createdAt().isAfter(instant)
                                && t.subject().toLowerCase(Locale.ROOT).contains(word)
                                && t.priority() != priority
                                && t.summary().type() != type,
                        "state <= 3 && created > " + instant.toEpochMilli() + " && subject.toLowerCase().contains('"
                                + word + "') && priority != " + priority.ordinal() + " && type != " + type.ordinal()),
                new ConditionCases(
                        all(
                                TicketFields.custom("site").is(word),
                                TicketFields.STATUS.isOpen(),
                                TicketFields.PRIORITY.isAtLeast(priority),
                                TicketFields.UPDATED.isAbove(instant),
                                TicketFields.TYPE.isNot(type)),
                        t -> t.field("site")
                                        .filter(v -> v.equals(new FieldValue.Text(word)))
                                        .isPresent()
                                && t.state().isOpen()
                                && t.priority().compareTo(priority) >= 0
                                && t.summary().updatedAt().isAfter(instant)
                                && t.summary().type() != type,
                        "site == '" + word + "' && state <= 3 && priority >= " + priority.ordinal() + " && updated > "
                                + instant.toEpochMilli() + " && type != " + type.ordinal()),
                new ConditionCases(
                        all(
                                TicketFields.STATUS.is(Status.OPEN),
                                TicketFields.TYPE.is(type),
                                TicketFields.PRIORITY.isAtMost(priority),
                                TicketFields.CREATED.isAbove(instant),
                                new Condition.Has("subject", Condition.Place.START, word)),
                        t -> t.status().equals(Status.OPEN)
                                && t.summary().type() == type
                                && t.priority().compareTo(priority) <= 0
                                && t.summary().createdAt().isAfter(instant)
                                && t.subject().toLowerCase(Locale.ROOT).startsWith(word),
                        "status == 'open' && type == " + type.ordinal() + " && priority <= " + priority.ordinal()
                                + " && created > " + instant.toEpochMilli()
                                + " && subject.toLowerCase().startsWith('" + word + "')"));
    }

    private static ConditionCases numbers(int i, Priority priority, Instant instant) {
        return new ConditionCases(
                all(
                        TicketFields.NUMBER.isAbove(i * 50L),
                        TicketFields.NUMBER.isBelow(i * 50L + 500),
                        TicketFields.CREATED.isAbove(instant),
                        TicketFields.PRIORITY.isAtLeast(priority),
                        TicketFields.STATE.isAtMost(State.IN_PROGRESS)),
                t -> t.summary().serial() > i * 50L
                        && t.summary().serial() < i * 50L + 500
                        && t.summary().createdAt().isAfter(instant)
                        && t.priority().compareTo(priority) >= 0
                        && t.state().compareTo(State.IN_PROGRESS) <= 0,
                "number > " + i * 50L + " && number < " + (i * 50L + 500) + " && created > " + instant.toEpochMilli()
                        + " && priority >= " + priority.ordinal() + " && state <= 3");
    }

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }
}
