/**
 * Reports as files: {@link io.tikit.spi.report.ReportRenderer} writes a typed table, row by row, in one format. What a
 * report holds and who may see it is decided before.
 */
@NullMarked
package io.tikit.spi.report;

import org.jspecify.annotations.NullMarked;
