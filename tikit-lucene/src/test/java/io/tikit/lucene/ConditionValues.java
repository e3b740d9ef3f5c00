package io.tikit.lucene;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Tickets and conditions that meet often, made of values at which implementations differ. */
final class ConditionValues {
    private static final List<String> CUSTOM = List.of("site", "cost", "a_1");
    private static final String LONG = "x".repeat(ValueForm.PIECE - 1);
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "a ",
            "b",
            "ab",
            "İ",
            "i",
            "ı",
            "I",
            "i\u0307",
            "ΟΔΟΣ",
            "οδος",
            "οδοσ",
            "é",
            "e\u0301",
            "ﬁ",
            "fi",
            "ß",
            "ss",
            "SS",
            "\u1E9E",
            "😀",
            "\uFFFD",
            "\uFB01",
            "\u2003",
            "a\u0000",
            "\uD83D",
            "Zürich",
            "zurich",
            LONG,
            LONG + "x",
            LONG + "xx",
            LONG + "xy",
            LONG + "x" + LONG + "x",
            LONG + "x" + LONG + "xz");
    private static final List<Long> WHOLES = List.of(
            Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, 2L, 255L, 256L, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    private static final List<String> DECIMALS = List.of(
            "0",
            "0.00",
            "1",
            "1.0",
            "-1",
            "10",
            "9.99",
            "1e400",
            "-1e400",
            "1e-400",
            "-1e-400",
            "12",
            "123",
            "12.3",
            "-12",
            "-123",
            "1e2147483647",
            "1e-2147483647",
            "99999999999999999999999999",
            "-0.1",
            "0.1",
            "0.11");
    private static final List<Instant> MOMENTS = List.of(
            Instant.MIN,
            Instant.MAX,
            Instant.EPOCH,
            Instant.EPOCH.minusMillis(1),
            Instant.EPOCH.plusMillis(1),
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(Long.MAX_VALUE).plusMillis(1),
            Desk.MORNING,
            Desk.MORNING.plusNanos(999_999));
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1), LocalDate.of(2024, 2, 29));
    private static final List<UUID> IDS = List.of(
            new UUID(0, 0),
            new UUID(0, 1),
            new UUID(0, -1),
            new UUID(-1, 0),
            new UUID(1, 0),
            new UUID(Long.MIN_VALUE, 5));

    private ConditionValues() {}

    static Arbitrary<FieldValue> values() {
        return Arbitraries.oneOf(
                texts(), wholes(), decimals(), money(), flags(), moments(), days(), ids(), choices(), several());
    }

    private static Arbitrary<FieldValue> texts() {
        return Arbitraries.oneOf(Arbitraries.of(TEXTS), Arbitraries.strings().ofMaxLength(3))
                .map(FieldValue.Text::new);
    }

    private static Arbitrary<FieldValue> wholes() {
        return Arbitraries.of(WHOLES).map(FieldValue.Whole::new);
    }

    private static Arbitrary<FieldValue> decimals() {
        return Arbitraries.oneOf(
                        Arbitraries.of(DECIMALS).map(BigDecimal::new),
                        Arbitraries.bigDecimals().ofScale(6))
                .map(FieldValue.Decimal::new);
    }

    private static Arbitrary<FieldValue> money() {
        return Combinators.combine(decimals(), Arbitraries.of("EUR", "USD", "JPY"))
                .as((amount, currency) -> new FieldValue.Money(((FieldValue.Decimal) amount).value(), currency));
    }

    private static Arbitrary<FieldValue> flags() {
        return Arbitraries.of(true, false).map(FieldValue.Flag::new);
    }

    private static Arbitrary<FieldValue> moments() {
        return Arbitraries.of(MOMENTS).map(FieldValue.Moment::new);
    }

    private static Arbitrary<FieldValue> days() {
        return Arbitraries.of(DAYS).map(FieldValue.Day::new);
    }

    private static Arbitrary<FieldValue> ids() {
        return Arbitraries.of(IDS).map(FieldValue.Id::new);
    }

    private static Arbitrary<FieldValue> choices() {
        return Arbitraries.of(0, 1, 2, 3, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)
                .map(rank -> new FieldValue.Choice("c" + rank, rank));
    }

    private static Arbitrary<FieldValue> several() {
        return Arbitraries.of("a", "b", "c").list().ofMaxSize(3).map(FieldValue.Choices::new);
    }

    static Arbitrary<Ticket> tickets(long number) {
        Arbitrary<TicketSummary.Builder> first = Combinators.combine(
                        Arbitraries.of(TEXTS),
                        Arbitraries.of(TicketType.values()),
                        Arbitraries.of(Priority.values()),
                        Arbitraries.of(Status.NEW, Status.OPEN, Status.CLOSED),
                        Arbitraries.of(State.values()),
                        Arbitraries.of(WHOLES))
                .as((subject, type, priority, status, state, serial) -> TicketSummary.builder()
                        .identity(Desk.id(number), serial)
                        .subject(subject)
                        .type(type)
                        .priority(priority)
                        .status(status, state));
        Arbitrary<@Nullable UUID> maybe = Arbitraries.of(IDS).injectNull(0.4);
        Arbitrary<TicketSummary> summary = Combinators.combine(
                        first,
                        Arbitraries.of(IDS),
                        maybe,
                        maybe,
                        maybe,
                        Arbitraries.of(MOMENTS),
                        Arbitraries.of(MOMENTS),
                        Arbitraries.of(MOMENTS).injectNull(0.4))
                .as((builder, requester, submitter, team, assignee, created, updated, resolved) -> builder.people(
                                new UserId(requester), submitter == null ? null : new UserId(submitter))
                        .team(team == null ? null : new TeamId(team))
                        .assignee(assignee == null ? null : new UserId(assignee))
                        .times(created, updated)
                        .resolvedAt(resolved)
                        .build());
        return Combinators.combine(
                        summary,
                        Arbitraries.maps(Arbitraries.of(CUSTOM), values()).ofMaxSize(3))
                .as(Ticket::new);
    }

    static Arbitrary<Condition> conditions() {
        return Arbitraries.lazyOf(
                ConditionValues::compares,
                ConditionValues::compares,
                ConditionValues::oneOfs,
                ConditionValues::insides,
                () -> fields().map(Condition.Present::new),
                () -> conditions().map(Condition.Not::new),
                () -> conditions().list().ofMaxSize(3).map(Condition.All::new),
                () -> conditions().list().ofMaxSize(3).map(Condition.Any::new));
    }

    private static Arbitrary<Condition> compares() {
        return fields().flatMap(
                        field -> Combinators.combine(Arbitraries.of(Condition.Operator.values()), valuesOf(field))
                                .as((operator, value) -> new Condition.Compare(field, operator, value)));
    }

    private static Arbitrary<Condition> insides() {
        return Combinators.combine(
                        Arbitraries.of("subject", "status"),
                        Arbitraries.of(Condition.Place.values()),
                        Arbitraries.oneOf(
                                Arbitraries.of(TEXTS).filter(text -> text.length() < 300),
                                Arbitraries.strings().ofMaxLength(2)))
                .as(Condition.Has::new);
    }

    private static Arbitrary<Condition> oneOfs() {
        return fields().flatMap(
                        field -> valuesOf(field).list().ofMaxSize(4).map(values -> new Condition.OneOf(field, values)));
    }

    private static Arbitrary<String> fields() {
        return Arbitraries.oneOf(
                Arbitraries.of(Documents.FIELDS).map(field -> field.key()),
                Arbitraries.of(CUSTOM).map(key -> TicketFields.CUSTOM_PREFIX + key),
                Arbitraries.of("nonsense", "field.", "field.Nope", "field.unused"));
    }

    /** Mostly of the type of the field, now and then not. */
    private static Arbitrary<FieldValue> valuesOf(String field) {
        Arbitrary<FieldValue> fitting = switch (field) {
            case "number" -> wholes();
            case "subject" -> texts();
            case "status" ->
                Arbitraries.of("new", "NEW", "open", "closed ", "p").map(FieldValue.Text::new);
            case "type", "priority", "state" -> choices();
            case "requester", "submitter", "team", "assignee" -> ids();
            case "created", "updated", "resolved" -> moments();
            default -> values();
        };
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, fitting), net.jqwik.api.Tuple.of(1, values()));
    }
}
