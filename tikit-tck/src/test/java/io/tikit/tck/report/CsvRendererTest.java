package io.tikit.tck.report;

import io.tikit.spi.report.RendererCapability;
import io.tikit.spi.report.ReportRenderer;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities and with none. */
class CsvRendererTest {
    @Nested
    class WithEverything extends Csv {
        WithEverything() {
            super(EnumSet.allOf(RendererCapability.class));
        }
    }

    @Nested
    class WithNothing extends Csv {
        WithNothing() {
            super(Set.of());
        }
    }

    abstract static class Csv implements ReportRendererContract {
        private final Set<RendererCapability> capabilities;

        Csv(Set<RendererCapability> capabilities) {
            this.capabilities = capabilities;
        }

        @Override
        public ReportRenderer renderer() {
            return Planted.into(ReportRenderer.class, new CsvRenderer(capabilities));
        }

        @Override
        public List<List<String>> read(byte[] file) {
            return CsvRenderer.read(file);
        }
    }
}
