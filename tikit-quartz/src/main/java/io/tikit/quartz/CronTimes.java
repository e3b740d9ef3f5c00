package io.tikit.quartz;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Reads cron expressions by the rules of Quartz. */
final class CronTimes {
    private static final int MOST_SHOWN = 60;

    private CronTimes() {}

    static Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        CronExpression expression = parse(cron);
        expression.setTimeZone(TimeZone.getTimeZone(zone));
        Date from;
        try {
            from = Date.from(after);
        } catch (IllegalArgumentException beyond) {
            // No expression fires after the end of time; before its beginning, the beginning will do.
            if (after.isAfter(Instant.EPOCH)) {
                return Optional.empty();
            }
            from = Date.from(Instant.ofEpochMilli(Long.MIN_VALUE));
        }
        return Optional.ofNullable(expression.getNextValidTimeAfter(from)).map(Date::toInstant);
    }

    private static CronExpression parse(String cron) {
        try {
            return new CronExpression(cron);
        } catch (ParseException | RuntimeException e) {
            // Some malformed expressions make the parser stumble rather than complain.
            String shown = cron.length() > MOST_SHOWN ? cron.substring(0, MOST_SHOWN) + "..." : cron;
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "cron",
                            "bad_cron",
                            "'" + shown + "' is no cron expression of seconds, minutes, hours, day of month, month, day"
                                    + " of week and optionally year: " + e.getMessage(),
                            Map.of("expression", shown, "reason", String.valueOf(e.getMessage()))));
        }
    }
}
