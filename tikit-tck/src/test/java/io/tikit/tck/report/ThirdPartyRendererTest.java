package io.tikit.tck.report;

import io.tikit.spi.report.ReportRenderer;
import java.util.List;

class ThirdPartyRendererTest implements ReportRendererContract {
    @Override
    public ReportRenderer renderer() {
        return new CsvRenderer();
    }

    @Override
    public List<List<String>> read(byte[] file) {
        return CsvRenderer.read(file);
    }
}
