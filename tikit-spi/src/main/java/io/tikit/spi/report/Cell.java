package io.tikit.spi.report;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A value of a report.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Cell {
    /** Nothing is known. */
    record Empty() implements Cell {}

    /**
     * Words, as somebody wrote them: never to be taken for a formula or for markup.
     *
     * @param value any text, also of several lines
     */
    record Text(String value) implements Cell {
        /** Checks that nothing is null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A number.
     *
     * @param value the number, with as many decimals as are to be shown
     */
    record Decimal(BigDecimal value) implements Cell {
        /** Checks that nothing is null. */
        public Decimal {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * An instant, shown in the zone of the report.
     *
     * @param value the instant
     */
    record Moment(Instant value) implements Cell {
        /** Checks that nothing is null. */
        public Moment {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A length of time.
     *
     * @param value the length
     */
    record Span(Duration value) implements Cell {
        /** Checks that nothing is null. */
        public Span {
            Objects.requireNonNull(value, "value");
        }
    }
}
