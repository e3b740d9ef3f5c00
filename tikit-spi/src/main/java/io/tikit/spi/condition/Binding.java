package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Who asks, when and where: all that a condition must know to become one of constants. Two bindings with equal parts
 * make equal conditions, so whoever walks a list binds every page the same. Immutable.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Binding {
    private final Instant now;
    private final ZoneId zone;
    private final Optional<UserId> me;
    private final List<TeamId> teams;
    private final FieldCatalog catalog;
    private final BiFunction<String, FieldValue, Collection<FieldValue>> subtree;

    /**
     * Makes a binding.
     *
     * @param now the instant at which the condition is asked
     * @param zone whose days are meant
     * @param me the caller, if it is a user
     * @param teams the caller's teams, in a stable order
     * @param catalog the fields of the desk
     * @param subtree gives the node of a field's tree and all below it
     */
    public Binding(
            Instant now,
            ZoneId zone,
            Optional<UserId> me,
            Collection<TeamId> teams,
            FieldCatalog catalog,
            BiFunction<String, FieldValue, Collection<FieldValue>> subtree) {
        this.now = Objects.requireNonNull(now, "now");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.me = Objects.requireNonNull(me, "me");
        this.teams = List.copyOf(teams);
        this.catalog = Objects.requireNonNull(catalog, "catalog");
        this.subtree = Objects.requireNonNull(subtree, "subtree");
    }

    /**
     * A binding for no user, whose trees are flat.
     *
     * @param now the instant at which the condition is asked
     * @param zone whose days are meant
     * @return the binding
     */
    public static Binding at(Instant now, ZoneId zone) {
        return new Binding(
                now, zone, Optional.empty(), List.of(), FieldCatalog.untyped(), (field, root) -> List.of(root));
    }

    /**
     * Tells whether a condition speaks of constants alone.
     *
     * @param condition a condition that is not too deep
     * @return whether binding would leave it as it is
     */
    public static boolean isBound(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(Binding::isBound);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().allMatch(Binding::isBound);
        }
        if (condition instanceof Condition.Not not) {
            return isBound(not.part());
        }
        if (condition instanceof Condition.Was was) {
            return was.to().filter(to -> to instanceof TimePoint.At).isPresent()
                    && was.from()
                            .filter(from -> !(from instanceof TimePoint.At))
                            .isEmpty();
        }
        return !(condition instanceof Condition.Within
                || condition instanceof Condition.CompareTime
                || condition instanceof Condition.Mine
                || condition instanceof Condition.Under);
    }

    /**
     * Makes a condition one of constants.
     *
     * @param condition a condition that was checked, see {@link ConditionCheck}
     * @return the bound condition
     */
    public Condition bind(Condition condition) {
        if (isBound(condition)) {
            return condition;
        }
        if (condition instanceof Condition.All all) {
            return new Condition.All(all.parts().stream().map(this::bind).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(any.parts().stream().map(this::bind).toList());
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(bind(not.part()));
        }
        if (condition instanceof Condition.CompareTime compare) {
            return new Condition.Compare(
                    compare.field(), compare.operator(), constant(compare.field(), compare.time()));
        }
        if (condition instanceof Condition.Within within) {
            String field = within.field();
            return new Condition.All(List.of(
                    new Condition.Compare(field, Condition.Operator.AT_LEAST, constant(field, within.from())),
                    new Condition.Compare(field, Condition.Operator.BELOW, constant(field, within.to()))));
        }
        if (condition instanceof Condition.Mine mine) {
            return mine(mine);
        }
        if (condition instanceof Condition.Under under) {
            return new Condition.OneOf(under.field(), List.copyOf(subtree.apply(under.field(), under.root())));
        }
        Condition.Was was = (Condition.Was) condition;
        return new Condition.Was(
                was.field(),
                was.value(),
                was.from().map(this::fixed),
                Optional.of(fixed(was.to().orElse(TimePoint.now()))),
                was.atLeast());
    }

    private TimePoint fixed(TimePoint point) {
        return new TimePoint.At(point.resolve(now, zone));
    }

    private FieldValue constant(String field, TimePoint point) {
        boolean day = catalog.find(field)
                .filter(known -> known.kind() == FieldKind.DAY)
                .isPresent();
        return day
                ? new FieldValue.Day(LocalDate.ofInstant(point.resolve(now, zone), zone))
                : new FieldValue.Moment(point.resolve(now, zone));
    }

    private Condition mine(Condition.Mine mine) {
        if (mine.whose() == Condition.Whose.MY_TEAMS) {
            return new Condition.OneOf(
                    mine.field(),
                    teams.stream()
                            .map(team -> (FieldValue) new FieldValue.Id(team.value()))
                            .toList());
        }
        return me.map(user -> (Condition)
                        new Condition.Compare(mine.field(), Condition.Operator.EQUAL, new FieldValue.Id(user.value())))
                .orElse(Condition.never());
    }
}
