/**
 * What every report renderer must keep: {@link io.tikit.tck.report.ReportRendererContract}.
 */
@NullMarked
package io.tikit.tck.report;

import org.jspecify.annotations.NullMarked;
