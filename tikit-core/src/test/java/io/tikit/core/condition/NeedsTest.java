package io.tikit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Condition.Side;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Need;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.error.Violation;
import io.tikit.api.event.EventId;
import io.tikit.api.event.FieldChange;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.ConditionInput;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.storage.Interval;
import io.tikit.tck.Requirement;
import io.tikit.tck.SampleData;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Parts that need more than a ticket: how they are decided in memory, and that they are refused where it is missing. */
class NeedsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final SampleData DATA = SampleData.of(5);
    private static final UserId BO = new UserId(DATA.id());
    private static final TeamId TEAM = new TeamId(DATA.id());
    private static final Ticket TICKET = DATA.ticket(1, List.of(BO), List.of(TEAM));
    private static final ConditionInput ALONE = ConditionInput.of(TICKET);

    /** Decides as the reference does, and expects the compiled form to agree. */
    private static boolean holds(Condition condition, ConditionInput input) {
        Condition bound = Binding.at(NOW, ZoneOffset.UTC).bind(condition);
        boolean holds = ConditionInterpreter.holds(bound, input);
        assertThat(CompiledCondition.of(bound).holds(input))
                .as("compiled %s", bound)
                .isEqualTo(holds);
        assertThat(ConditionInterpreter.holds(bound.negate(), input))
                .as("not %s", bound)
                .isNotEqualTo(holds);
        assertThat(CompiledCondition.of(bound.negate()).holds(input))
                .as("compiled not %s", bound)
                .isNotEqualTo(holds);
        return holds;
    }

    private static void refused(Condition condition, Need need) {
        Condition bound = Binding.at(NOW, ZoneOffset.UTC).bind(condition);
        assertThat(ConditionCheck.needs(condition)).isEqualTo(Set.of(Need.STATE, need));
        assertThatThrownBy(() -> ConditionInterpreter.holds(bound, ALONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(need.name());
        assertThatThrownBy(() -> CompiledCondition.of(bound).holds(TICKET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(need.name());
    }

    @Test
    @Requirement("REQ-SF-002")
    void changesAreDecidedWithTheEventAtHand() {
        FieldValue open = new FieldValue.Text("open");
        ConditionInput event = ALONE.withChanges(List.of(
                new FieldChange("status", Optional.of(open), Optional.of(new FieldValue.Text("pending"))),
                new FieldChange("team", Optional.empty(), Optional.of(new FieldValue.Id(TEAM.value())))));
        assertThat(holds(TicketFields.STATUS.changed(), event)).isTrue();
        assertThat(holds(TicketFields.PRIORITY.changed(), event)).isFalse();
        assertThat(holds(TicketFields.STATUS.changedFrom(Status.OPEN), event)).isTrue();
        assertThat(holds(TicketFields.STATUS.changedTo(Status.OPEN), event)).isFalse();
        assertThat(holds(TicketFields.STATUS.changedFromTo(Status.OPEN, Status.PENDING), event))
                .isTrue();
        assertThat(holds(TicketFields.STATUS.changedFromTo(Status.NEW, Status.PENDING), event))
                .isFalse();
        assertThat(holds(TicketFields.TEAM.changed(Side.NONE, Side.ANY), event)).isTrue();
        assertThat(holds(TicketFields.TEAM.changed(Side.ANY, Side.NONE), event)).isFalse();
        assertThat(holds(TicketFields.TEAM.changedFrom(TEAM), event)).isFalse();
        assertThat(holds(TicketFields.TEAM.changedTo(TEAM), event)).isTrue();
        assertThat(holds(TicketFields.STATUS.changed(), ALONE.withChanges(List.of())))
                .isFalse();
        refused(TicketFields.STATUS.changed(), Need.CHANGE);
    }

    @Test
    @Requirement("REQ-SF-002")
    void thePastIsDecidedFromIntervals() {
        EventId cause = new EventId(DATA.id());
        ConditionInput past = ALONE.withIntervals(List.of(
                new Interval(
                        Interval.Kind.STATUS,
                        "open",
                        NOW.minus(Duration.ofDays(6)),
                        Optional.of(NOW.minus(Duration.ofDays(4))),
                        cause),
                new Interval(
                        Interval.Kind.STATUS,
                        "pending",
                        NOW.minus(Duration.ofDays(4)),
                        Optional.of(NOW.minus(Duration.ofDays(1))),
                        cause),
                new Interval(Interval.Kind.STATUS, "open", NOW.minus(Duration.ofDays(1)), Optional.empty(), cause),
                new Interval(
                        Interval.Kind.ASSIGNEE,
                        BO.toString(),
                        NOW.minus(Duration.ofHours(1)),
                        Optional.empty(),
                        cause)));
        Duration day = Duration.ofDays(1);
        assertThat(holds(TicketFields.STATUS.was(Status.PENDING), past)).isTrue();
        assertThat(holds(TicketFields.STATUS.was(Status.CLOSED), past)).isFalse();
        assertThat(holds(TicketFields.STATUS.was(Status.OPEN, day.multipliedBy(3)), past))
                .as("two days, then one until now")
                .isTrue();
        assertThat(holds(
                        TicketFields.STATUS.was(Status.OPEN, day.multipliedBy(3).plusMillis(1)), past))
                .isFalse();
        TimePoint from = TimePoint.ago(Duration.ofDays(5));
        assertThat(holds(TicketFields.STATUS.wasWithin(Status.OPEN, from, TimePoint.now(), day.multipliedBy(2)), past))
                .isTrue();
        assertThat(holds(TicketFields.STATUS.wasWithin(Status.OPEN, from, TimePoint.ago(day), day), past))
                .isTrue();
        assertThat(holds(TicketFields.STATUS.wasWithin(Status.OPEN, from, TimePoint.ago(day), day.plusMillis(1)), past))
                .isFalse();
        assertThat(holds(TicketFields.ASSIGNEE.was(BO, Duration.ofHours(1)), past))
                .isTrue();
        assertThat(holds(TicketFields.TEAM.was(TEAM), past)).isFalse();
        refused(TicketFields.STATUS.was(Status.OPEN), Need.HISTORY);
        assertThatThrownBy(() -> ConditionInterpreter.holds(TicketFields.STATUS.was(Status.OPEN), past))
                .as("now is not known before it is bound")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheHostKnowsIsDecidedInMemory() {
        ConditionInput host = ALONE.withHost(Map.of(
                "host.customer.tier", new FieldValue.Text("Gold "), "host.customer.seats", new FieldValue.Whole(40)));
        assertThat(holds(TicketFields.host("customer.tier").is("gold"), host)).isTrue();
        assertThat(holds(TicketFields.host("customer.tier").isIn(List.of("silver")), host))
                .isFalse();
        assertThat(holds(TicketFields.host("customer.name").isPresent(), host)).isFalse();
        assertThat(holds(TicketFields.host("customer.name").isNot("x"), host)).isTrue();
        assertThat(holds(
                        new Condition.Compare(
                                "host.customer.seats", Condition.Operator.AT_LEAST, new FieldValue.Whole(40)),
                        host))
                .isTrue();
        refused(TicketFields.host("customer.tier").is("gold"), Need.HOST);
    }

    @Test
    void wordsAreAskedOfTheIndex() {
        ConditionInput index = ALONE.withWords("vpn"::equals);
        assertThat(holds(Condition.words("vpn"), index)).isTrue();
        assertThat(holds(Condition.words("printer"), index)).isFalse();
        refused(Condition.words("vpn"), Need.TEXT);
    }

    @Test
    void usesRefuseWhatTheyDoNotTake() {
        assertTaken(TicketFields.STATUS.changed(), ConditionUse.TRIGGER);
        assertTaken(TicketFields.STATUS.was(Status.OPEN), ConditionUse.TRIGGER, ConditionUse.AUTOMATION);
        assertTaken(
                TicketFields.host("customer.tier").is("gold"),
                ConditionUse.TRIGGER,
                ConditionUse.AUTOMATION,
                ConditionUse.ROUTING,
                ConditionUse.FORM);
        assertTaken(Condition.words("vpn"), ConditionUse.LIST, ConditionUse.SEARCH, ConditionUse.COUNT);
    }

    private static void assertTaken(Condition condition, ConditionUse... by) {
        Condition anchored = TicketFields.TEAM.is(TEAM).and(condition);
        for (ConditionUse use : List.of(
                ConditionUse.LIST,
                ConditionUse.SEARCH,
                ConditionUse.COUNT,
                ConditionUse.PERMISSION,
                ConditionUse.TRIGGER,
                ConditionUse.AUTOMATION,
                ConditionUse.ROUTING,
                ConditionUse.FORM,
                ConditionUse.CLOCK)) {
            assertThat(ConditionCheck.violations(anchored, use, FieldCatalog.untyped()))
                    .as("%s in a %s", condition, use.name())
                    .extracting(Violation::key)
                    .isEqualTo(List.of(by).contains(use) ? List.of() : List.of("not_taken"));
        }
    }

    @Test
    void customFieldsOfEveryKindHaveMethods() {
        Instant moment = Instant.parse("2026-02-01T08:00:00Z");
        Ticket ticket = new Ticket(
                TICKET.summary(),
                Map.of(
                        "text", new FieldValue.Text("Süd"),
                        "whole", new FieldValue.Whole(3),
                        "decimal", new FieldValue.Decimal(new BigDecimal("12.50")),
                        "flag", new FieldValue.Flag(true),
                        "moment", new FieldValue.Moment(moment),
                        "day", new FieldValue.Day(LocalDate.of(2026, 2, 1)),
                        "id", new FieldValue.Id(BO.value()),
                        "tier", new FieldValue.Choice("gold", 1),
                        "tags", new FieldValue.Choices(List.of("a", "b"))));
        ConditionInput input = ConditionInput.of(ticket);
        assertThat(holds(TicketFields.custom("text").is("SÜD  "), input)).isTrue();
        assertThat(holds(TicketFields.customWhole("whole").isAbove(2L), input)).isTrue();
        assertThat(holds(TicketFields.customDecimal("decimal").is(new BigDecimal("12.5")), input))
                .isTrue();
        assertThat(holds(
                        TicketFields.customDecimal("decimal").isAbove(new BigDecimal("12.499999999999999999999")),
                        input))
                .isTrue();
        assertThat(holds(TicketFields.customFlag("flag").is(true), input)).isTrue();
        assertThat(holds(TicketFields.customMoment("moment").isAtMost(moment), input))
                .isTrue();
        assertThat(holds(TicketFields.customDay("day").isBelow(LocalDate.of(2026, 2, 2)), input))
                .isTrue();
        assertThat(holds(TicketFields.customId("id").isIn(List.of(new UUID(1, 1), BO.value())), input))
                .isTrue();
        assertThat(holds(TicketFields.customChoice("tier").isAtLeast(FieldOption.of("silver", 0)), input))
                .isTrue();
        assertThat(holds(TicketFields.customChoices("tags").is(List.of("b")), input))
                .isTrue();
        assertThat(holds(TicketFields.customChoices("tags").is(List.of("b", "c")), input))
                .isFalse();
    }

    @Test
    void methodsMakeTheirNodes() {
        TimePoint time = TimePoint.ago(Duration.ofDays(2));
        assertThat(TicketFields.SUBJECT.contains("x"))
                .isEqualTo(new Condition.Has("subject", Condition.Place.ANYWHERE, "x"));
        assertThat(TicketFields.SUBJECT.startsWith("x"))
                .isEqualTo(new Condition.Has("subject", Condition.Place.START, "x"));
        assertThat(TicketFields.CREATED.isWithin(time, TimePoint.now()))
                .isEqualTo(new Condition.Within("created", time, TimePoint.now()));
        assertThat(List.of(
                        TicketFields.CREATED.isAt(time),
                        TicketFields.CREATED.isBefore(time),
                        TicketFields.CREATED.isAtOrBefore(time),
                        TicketFields.CREATED.isAfter(time),
                        TicketFields.CREATED.isAtOrAfter(time)))
                .containsExactlyElementsOf(List.of(Condition.Operator.values()).stream()
                        .map(operator -> (Condition) new Condition.CompareTime("created", operator, time))
                        .toList());
        assertThat(TicketFields.ASSIGNEE.isMe()).isEqualTo(new Condition.Mine("assignee", Condition.Whose.ME));
        assertThat(TicketFields.TEAM.isOneOfMyTeams()).isEqualTo(new Condition.Mine("team", Condition.Whose.MY_TEAMS));
        assertThat(TicketFields.TEAM.isUnder(TEAM))
                .isEqualTo(new Condition.Under("team", new FieldValue.Id(TEAM.value())));
        assertThat(Binding.at(NOW, ZoneOffset.UTC).bind(TicketFields.TEAM.isUnder(TEAM)))
                .as("teams have no tree")
                .isEqualTo(TicketFields.TEAM.isIn(List.of(TEAM)));
        assertThat(Condition.words("vpn")).isEqualTo(new Condition.Words("vpn"));
    }
}
