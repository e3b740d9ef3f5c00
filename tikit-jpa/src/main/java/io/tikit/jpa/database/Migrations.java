package io.tikit.jpa.database;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the schema up to date. Location and history table are our own, so that a host that migrates the same schema with
 * the same library neither finds our migrations nor we theirs; a schema that already holds the host's tables is fine.
 */
final class Migrations {
    private static final String HISTORY = "tikit_schema_history";

    private Migrations() {}

    static void run(Dialect dialect, DataSource dataSource) {
        try {
            // The class loader of this module finds the migrations whoever called, also on the module path.
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:tikit-migrations/" + dialect.folder())
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .baselineDescription("before TIKIT")
                    .failOnMissingLocations(true)
                    .load();
            Arrays.stream(flyway.info().all())
                    .filter(Migrations::isFuture)
                    .findFirst()
                    .ifPresent(Migrations::refuse);
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new UnavailableException(
                    ErrorCode.SCHEMA_UNKNOWN,
                    "the history of the schema in table " + HISTORY
                            + " does not agree with this version; restore the database or use the version that wrote it",
                    e);
        } catch (FlywayException e) {
            if (!Failures.sqlExceptions(e).isEmpty()) {
                throw Failures.of(e);
            }
            throw new UnavailableException(
                    ErrorCode.STORAGE_UNAVAILABLE, "the schema could not be brought up to date", e);
        }
    }

    private static boolean isFuture(MigrationInfo info) {
        return info.getState() == MigrationState.FUTURE_SUCCESS || info.getState() == MigrationState.FUTURE_FAILED;
    }

    private static void refuse(MigrationInfo info) {
        throw new UnavailableException(
                ErrorCode.SCHEMA_UNKNOWN,
                "the database was brought to version " + info.getVersion()
                        + " by a newer version of TIKIT; use that version or a newer one",
                null);
    }
}
