package io.tikit.api.suggestion;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Map;

/**
 * How suggestions would have fared on tickets of the past.
 *
 * @param learned of how many tickets was learned, the older ones
 * @param asked about how many was asked, the newer ones
 * @param fields what came of it, by field
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record BacktestReport(int learned, int asked, Map<String, Counts> fields) {
    /** Copies the fields. */
    public BacktestReport {
        fields = Map.copyOf(fields);
    }

    /**
     * What came of asking about one field.
     *
     * @param right how often the likeliest value was the one that people left standing
     * @param wrong how often it was another one
     * @param abstained how often nothing was suggested
     * @param calibration ten rows, for confidences from 0 to 0.1 up to 0.9 to 1
     */
    public record Counts(int right, int wrong, int abstained, List<Row> calibration) {
        /** Copies the rows. */
        public Counts {
            calibration = List.copyOf(calibration);
        }
    }

    /**
     * Suggestions of about the same confidence.
     *
     * @param count how many
     * @param confidence their mean confidence; 0 if there are none
     * @param right the share of them that was right; 0 if there are none
     */
    public record Row(int count, double confidence, double right) {}
}
