package io.tikit.tck.report;

import io.tikit.spi.report.RendererCapability;
import io.tikit.spi.report.ReportRenderer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
            return new CsvRenderer(capabilities);
        }

        @Override
        public List<List<String>> read(byte[] file) {
            List<List<String>> rows = new ArrayList<>();
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            String text = new String(file, StandardCharsets.UTF_8);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == ',' || c == '\n')) {
                    row.add(cell.toString());
                    cell.setLength(0);
                    if (c == '\n') {
                        rows.add(List.copyOf(row));
                        row.clear();
                    }
                } else if (quoted || c != '\r') {
                    cell.append(c);
                }
            }
            return rows;
        }
    }
}
