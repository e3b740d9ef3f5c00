package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of one line of a file of people.
 *
 * @param line the number of the line on which the person begins, from 1
 * @param outcome what becomes of it
 * @param user the person whom the desk knows already, or who was made
 * @param columns what is changed, or was given for somebody new
 * @param violations why it is refused: the path is the column, the parameters hold the value
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ImportLine(
        long line, Outcome outcome, Optional<UserId> user, Set<PersonColumn> columns, List<Violation> violations) {
    /** Copies the collections. */
    public ImportLine {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(user, "user");
        columns = Set.copyOf(columns);
        violations = List.copyOf(violations);
    }

    /** What becomes of a line. */
    public enum Outcome {
        /** Somebody new is made. */
        CREATED,
        /** Somebody is changed. */
        CHANGED,
        /** All is as the line says. */
        UNCHANGED,
        /** Nothing is done; the violations tell why. */
        REFUSED
    }

    /** Names no person, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "line " + line + " " + outcome + " " + columns;
    }
}
