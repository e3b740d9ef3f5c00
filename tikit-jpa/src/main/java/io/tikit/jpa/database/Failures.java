package io.tikit.jpa.database;

import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InternalException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.UnavailableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what drivers, pool and provider throw into the failures that the contract names. */
public final class Failures {
    private static final Map<String, ErrorCode> TAKEN = Map.of(
            "tikit_tenant_taken", ErrorCode.TENANT_EXISTS,
            "tikit_user_email_taken", ErrorCode.USER_EXISTS,
            "tikit_user_subject_taken", ErrorCode.USER_EXISTS,
            "tikit_team_name_taken", ErrorCode.TEAM_EXISTS,
            "tikit_category_name_taken", ErrorCode.CATEGORY_EXISTS,
            "tikit_organisation_name_taken", ErrorCode.ORGANISATION_EXISTS,
            "tikit_organisation_domain_taken", ErrorCode.ORGANISATION_EXISTS);

    private Failures() {}

    /** The failure that the caller is to see. */
    public static RuntimeException of(Throwable thrown) {
        if (thrown instanceof TikitException known) {
            return known;
        }
        List<SQLException> all = sqlExceptions(thrown);
        for (SQLException e : all) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (state.startsWith("23")) {
                return taken(all, e);
            }
            // 40: deadlock, serialization, Derby's lock time-outs; 55P03 and 57014: PostgreSQL's lock and statement
            // time-outs
            if (state.startsWith("40")
                    || state.equals("55P03")
                    || state.equals("57014")
                    || MariaDbServer.GIVEN_UP.contains(e.getErrorCode())) {
                return new ConflictException(
                        ErrorCode.STORAGE_CONFLICT,
                        "two writers met and the database gave this one up (SQL state " + state + "); try again");
            }
        }
        for (SQLException e : all) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (lost(e, state)) {
                return new UnavailableException(
                        ErrorCode.STORAGE_UNAVAILABLE,
                        "the database cannot be reached or gives no connection (SQL state " + state
                                + "); check that it runs and that the pool is large enough",
                        thrown);
            }
        }
        if (thrown instanceof RuntimeException defect && all.isEmpty()) {
            return defect;
        }
        return new InternalException("the database refused a statement", thrown);
    }

    private static boolean lost(SQLException e, String state) {
        return state.startsWith("08") // connection
                || state.startsWith("53") // PostgreSQL: out of resources
                || state.startsWith("57P") // PostgreSQL: shut down
                || state.equals("XJ040") // Derby: database not booted
                || state.equals("XSDB6")
                || MariaDbServer.LOST.contains(e.getErrorCode())
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException;
    }

    private static ConflictException taken(List<SQLException> all, SQLException first) {
        for (SQLException e : all) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            for (Map.Entry<String, ErrorCode> constraint : TAKEN.entrySet()) {
                if (message.contains(constraint.getKey())) {
                    return new ConflictException(
                            constraint.getValue(),
                            "something that must be unique is taken (" + constraint.getKey() + ")");
                }
            }
        }
        return new ConflictException(
                ErrorCode.STORAGE_CONFLICT,
                "a key was taken or a row that is referred to does not exist (SQL state " + first.getSQLState() + ")");
    }

    /** All SQL exceptions behind a failure, along causes and chains. */
    static List<SQLException> sqlExceptions(Throwable thrown) {
        List<SQLException> found = new ArrayList<>();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                for (SQLException e = sql; e != null && found.size() < 50; e = e.getNextException()) {
                    if (!found.contains(e)) {
                        found.add(e);
                    }
                }
            }
            cause = cause.getCause();
        }
        return found;
    }
}
