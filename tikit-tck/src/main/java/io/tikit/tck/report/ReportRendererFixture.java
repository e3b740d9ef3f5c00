package io.tikit.tck.report;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.report.ReportRenderer;
import java.io.IOException;
import java.util.List;

/**
 * What the author of a report renderer gives to the contract: the renderer, and a reader of its format.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ReportRendererFixture {
    /**
     * Another renderer, not yet open. Closed by the contract.
     *
     * @return the renderer
     */
    ReportRenderer renderer();

    /**
     * Reads a file as a program does that opens it. Texts are as the program keeps them; numbers come in the form of
     * {@link java.math.BigDecimal#toPlainString}, instants as local times such as {@code 2026-03-01T08:00} or longer,
     * lengths of time in the form of ISO 8601, and absent values as empty texts.
     *
     * @param file what the renderer wrote
     * @return the labels of the columns, then the rows
     * @throws IOException if it cannot be read
     */
    List<List<String>> read(byte[] file) throws IOException;
}
