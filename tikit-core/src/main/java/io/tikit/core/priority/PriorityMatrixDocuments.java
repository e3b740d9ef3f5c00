package io.tikit.core.priority;

import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.configuration.FieldAware;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.configuration.BodyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a desk derives priorities. One document, {@code priority-matrix/desk}. */
public final class PriorityMatrixDocuments implements FieldAware<PriorityMatrix> {
    private static final int LONGEST_KEY = 40;
    private static final int MOST_CELLS = 400;

    private record Cell(String urgency, String impact, Priority priority) {}

    @Override
    public String name() {
        return PriorityMatrix.KIND;
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public PriorityMatrix read(BodyReader body) {
        if (!body.id().equals(PriorityMatrix.DOCUMENT)) {
            body.finding("", "bad_key", "the only document of this kind is " + PriorityMatrix.DOCUMENT);
        }
        Map<String, Map<String, Priority>> cells = new TreeMap<>();
        for (Cell cell : body.objects("cells", MOST_CELLS, PriorityMatrixDocuments::cell)) {
            Priority before = cells.computeIfAbsent(cell.urgency(), option -> new TreeMap<>())
                    .put(cell.impact(), cell.priority());
            if (before != null) {
                String pair = cell.urgency() + "/" + cell.impact();
                body.finding("cells", "twice", "there are two cells for " + pair, Map.of("name", pair));
            }
        }
        return new PriorityMatrix(body.text("urgency", LONGEST_KEY), body.text("impact", LONGEST_KEY), cells);
    }

    private static Cell cell(BodyReader body) {
        return new Cell(
                body.text("urgency", LONGEST_KEY),
                body.text("impact", LONGEST_KEY),
                body.choice("priority", Priority.class, Priority.MEDIUM));
    }

    @Override
    public Map<String, Object> write(PriorityMatrix matrix) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("urgency", matrix.urgency());
        body.put("impact", matrix.impact());
        List<Object> cells = new ArrayList<>();
        matrix.cells()
                .forEach((urgency, row) -> row.forEach((impact, priority) -> {
                    Map<String, Object> cell = new LinkedHashMap<>();
                    cell.put("urgency", urgency);
                    cell.put("impact", impact);
                    cell.put("priority", priority.name().toLowerCase(Locale.ROOT));
                    cells.add(cell);
                }));
        body.put("cells", cells);
        return body;
    }

    /** Both fields are choices of the desk, and every pair of options that may be chosen has a cell. */
    @Override
    public List<Violation> check(PriorityMatrix matrix, FieldCatalog fields) {
        List<Violation> found = new ArrayList<>();
        if (matrix.urgency().equals(matrix.impact())) {
            found.add(Violation.of("impact", "same_field", "urgency and impact are two fields"));
        }
        Optional<FieldDefinition> urgency = choice("urgency", matrix.urgency(), fields, found);
        Optional<FieldDefinition> impact = choice("impact", matrix.impact(), fields, found);
        if (found.isEmpty() && urgency.isPresent() && impact.isPresent()) {
            for (FieldOption soon : urgency.get().options()) {
                for (FieldOption many : impact.get().options()) {
                    cell(matrix, soon, many).ifPresent(found::add);
                }
            }
            unknown(matrix, urgency.get(), impact.get(), found);
        }
        return found;
    }

    private static Optional<FieldDefinition> choice(
            String path, String key, FieldCatalog fields, List<Violation> found) {
        Optional<FieldDefinition> definition = fields.strict()
                .find(TicketFields.CUSTOM_PREFIX + key)
                .map(field -> field.definition())
                .filter(field -> field.kind() == FieldKind.CHOICE);
        if (definition.isEmpty()) {
            found.add(new Violation(
                    path,
                    "not_a_choice",
                    "there is no custom field '" + key + "' of one choice",
                    Map.of("field", key)));
        }
        return definition;
    }

    private static Optional<Violation> cell(PriorityMatrix matrix, FieldOption urgency, FieldOption impact) {
        boolean there = matrix.cells().getOrDefault(urgency.key(), Map.of()).containsKey(impact.key());
        return there || urgency.retired() || impact.retired()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "cells",
                        "missing_cell",
                        "no cell says which priority urgency '" + urgency.key() + "' and impact '" + impact.key()
                                + "' have",
                        Map.of("urgency", urgency.key(), "impact", impact.key())));
    }

    private static void unknown(
            PriorityMatrix matrix, FieldDefinition urgency, FieldDefinition impact, List<Violation> found) {
        matrix.cells()
                .forEach((soon, row) -> row.keySet().forEach(many -> {
                    if (urgency.option(soon).isEmpty() || impact.option(many).isEmpty()) {
                        found.add(Violation.of(
                                "cells",
                                "unknown_option",
                                "there is no pair of urgency '" + soon + "' and impact '" + many + "'"));
                    }
                }));
    }
}
