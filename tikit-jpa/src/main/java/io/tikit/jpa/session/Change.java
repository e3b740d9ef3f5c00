package io.tikit.jpa.session;

import java.util.List;

/**
 * A statement that is held back and sent with others of its unit. Rows of the hot path are only ever appended, many kinds
 * of them in each unit, so they do without the provider's bookkeeping for new entities: on a create that took longer than
 * the database did. They are written by the same connection in the same transaction.
 *
 * @param sql the statement
 * @param step when it is sent: what others refer to first
 */
public record Change(String sql, Step step) {
    /** The order in which the changes of a unit are sent. */
    public enum Step {
        /** Rows that others refer to. */
        REFERRED,
        /** What ends before something else begins. */
        ENDING,
        /** All else. */
        APPENDED,
        /** What refers to rows that are appended. */
        LINKED
    }

    /** Appends rows to a table. */
    public static Change insert(Step step, String table, String... columns) {
        return new Change(
                "INSERT INTO " + table + " (" + String.join(", ", List.of(columns)) + ") VALUES ("
                        + Session.places(columns.length, "?") + ")",
                step);
    }

    /** Changes rows of a table that this unit has not appended. */
    public static Change update(String sql) {
        return new Change(sql, Step.ENDING);
    }
}
