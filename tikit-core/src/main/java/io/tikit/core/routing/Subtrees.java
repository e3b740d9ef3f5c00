package io.tikit.core.routing;

import io.tikit.api.TenantId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.tree.Trees;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.FieldCatalog;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Settles times and subtrees in the conditions of rules, which are nobody's own and so know no "me". */
final class Subtrees {
    private final Trees trees;

    @Inject
    Subtrees(Trees trees) {
        this.trees = trees;
    }

    /** The same for a look back, which need not be exact to the instant. */
    Binding binding(Instant now, FieldCatalog fields, TenantId tenant) {
        return new Binding(
                now,
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                fields,
                (field, root) -> trees.recent(tenant).under(fields, field, root));
    }

    Binding binding(Instant now, FieldCatalog fields, Execution execution) {
        return new Binding(
                now,
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                fields,
                (field, root) -> trees.of(execution).under(fields, field, root));
    }
}
