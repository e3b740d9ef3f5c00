package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interpreters that are wrong in ways in which interpreters are wrong do not agree. */
class ConditionAgreementTest {
    private static final long SEED = 20_260_301L;

    /** What a leaf means to somebody who got it wrong. */
    enum Fault {
        NULL_IS_UNKNOWN((leaf, ticket) -> ConditionInterpreter.holds(leaf, ticket)),
        LOWER_CASE_IS_A_FOLD((leaf, ticket) -> leaf instanceof Condition.Has has
                ? text(ticket, has.field())
                        .toLowerCase(Locale.ROOT)
                        .contains(has.text().toLowerCase(Locale.ROOT))
                : ConditionInterpreter.holds(leaf, ticket)),
        BLANKS_AT_THE_END_COUNT((leaf, ticket) -> leaf instanceof Condition.Compare compare
                        && compare.operator() == Condition.Operator.EQUAL
                        && compare.value() instanceof FieldValue.Text wanted
                ? text(ticket, compare.field()).equalsIgnoreCase(wanted.value())
                : ConditionInterpreter.holds(leaf, ticket)),
        A_BEGINNING_IS_ANYWHERE((leaf, ticket) -> leaf instanceof Condition.Has has
                ? ConditionInterpreter.holds(
                        new Condition.Has(has.field(), Condition.Place.ANYWHERE, has.text()), ticket)
                : ConditionInterpreter.holds(leaf, ticket)),
        AT_MOST_IS_BELOW((leaf, ticket) -> leaf instanceof Condition.Compare compare
                        && compare.operator() == Condition.Operator.AT_MOST
                ? ConditionInterpreter.holds(
                        new Condition.Compare(compare.field(), Condition.Operator.BELOW, compare.value()), ticket)
                : ConditionInterpreter.holds(leaf, ticket)),
        IDS_ARE_SIGNED((leaf, ticket) -> leaf instanceof Condition.Compare compare
                        && compare.operator() == Condition.Operator.BELOW
                        && compare.value() instanceof FieldValue.Id wanted
                ? TicketFieldCatalog.value(ticket, compare.field())
                        .filter(id -> ((FieldValue.Id) id).value().compareTo(wanted.value()) < 0)
                        .isPresent()
                : ConditionInterpreter.holds(leaf, ticket)),
        SECONDS_ARE_ENOUGH((leaf, ticket) -> leaf instanceof Condition.Compare compare
                        && compare.value() instanceof FieldValue.Moment wanted
                ? TicketFieldCatalog.value(ticket, compare.field())
                        .filter(at -> ConditionInterpreter.compares(second(at), compare.operator(), second(wanted)))
                        .isPresent()
                : ConditionInterpreter.holds(leaf, ticket)),
        THE_LAST_OF_SEVERAL_IS_LOST((leaf, ticket) ->
                leaf instanceof Condition.OneOf oneOf && oneOf.values().size() > 1
                        ? ConditionInterpreter.holds(
                                new Condition.OneOf(
                                        oneOf.field(),
                                        oneOf.values().subList(0, oneOf.values().size() - 1)),
                                ticket)
                        : ConditionInterpreter.holds(leaf, ticket));

        private final BiPredicate<Condition, Ticket> leaf;

        Fault(BiPredicate<Condition, Ticket> leaf) {
            this.leaf = leaf;
        }

        private static String text(Ticket ticket, String field) {
            return TicketFieldCatalog.value(ticket, field)
                    .map(FieldValue::asText)
                    .orElse("");
        }

        private static FieldValue second(FieldValue value) {
            return value instanceof FieldValue.Moment moment
                    ? new FieldValue.Moment(moment.value().truncatedTo(ChronoUnit.SECONDS))
                    : value;
        }

        boolean holds(Condition condition, Ticket ticket) {
            if (condition instanceof Condition.All all) {
                return all.parts().stream().allMatch(part -> holds(part, ticket));
            }
            if (condition instanceof Condition.Any any) {
                return any.parts().stream().anyMatch(part -> holds(part, ticket));
            }
            if (condition instanceof Condition.Not not) {
                boolean unknown = this == NULL_IS_UNKNOWN
                        && not.part() instanceof Condition.Compare compare
                        && TicketFieldCatalog.value(ticket, compare.field()).isEmpty();
                return !unknown && !holds(not.part(), ticket);
            }
            return leaf.test(condition, ticket);
        }
    }

    private record Faulty(BiPredicate<Condition, Ticket> holds, int times, List<Ticket> tickets)
            implements ConditionAgreement.Asked {
        @Override
        public List<UserId> people() {
            return List.of(new UserId(new UUID(1, 1)), new UserId(new UUID(-1, 1)));
        }

        @Override
        public List<TeamId> teams() {
            return List.of(new TeamId(new UUID(Long.MIN_VALUE, 2)));
        }

        @Override
        public void put(List<Ticket> some) {
            tickets.addAll(some);
        }

        @Override
        public List<TicketId> find(Condition where) {
            return tickets.stream()
                    .filter(ticket -> holds.test(where, ticket))
                    .flatMap(ticket -> Collections.nCopies(times, ticket.id()).stream())
                    .toList();
        }
    }

    private static void check(BiPredicate<Condition, Ticket> holds) {
        check(new Faulty(holds, 1, new ArrayList<>()));
    }

    private static void check(Faulty faulty) {
        ConditionAgreement.check(SEED, 1_000, 300, SampleConditions.allKeys(), faulty);
    }

    @Test
    void theReferenceAgreesWithItself() {
        assertThatCode(() -> check(ConditionInterpreter::holds)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void faultsAreCaughtAndTheSeedIsTold(Fault fault) {
        assertThatThrownBy(() -> check(fault::holds))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed " + SEED);
    }

    @Test
    void ticketsThatAreFoundTwiceAreCaught() {
        assertThatThrownBy(() -> check(new Faulty(ConditionInterpreter::holds, 2, new ArrayList<>())))
                .isInstanceOf(AssertionError.class);
    }
}
